#include "ui/models/certificate_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

#include "core/base/digest.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

class CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::CertificateText)
public:
    static QString nameOf(const QStringList &common, const QStringList &organizations)
    {
        const QStringList &names = common.isEmpty() ? organizations : common;
        return names.isEmpty() ? tr("a subject without a name")
                               : toQString(names.join(QStringLiteral(", ")).toStdString());
    }

    static QString of(const QSslCertificate &certificate)
    {
        const auto subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                                    certificate.subjectInfo(QSslCertificate::Organization));
        const auto issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                                   certificate.issuerInfo(QSslCertificate::Organization));
        const QString end = QLocale().toString(certificate.expiryDate().toUTC().date(), QLocale::ShortFormat);
        const auto print = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex().left(12));
        if (certificate.isSelfSigned())
            return tr("certificate of %1, signed by itself, valid until %2, SHA-256 %3…").arg(subject, end, print);
        return tr("certificate of %1, issued by %2, valid until %3, SHA-256 %4…").arg(subject, issuer, end, print);
    }
};

} // namespace

QString certificateText(std::string_view text)
{
    std::string decoded;
    if (text.starts_with("LS0tLS1CRUdJTi")) {
        decoded = fromBase64(text).value_or(std::string());
        text = decoded;
    }
    const auto bytes = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    QStringList told;
    for (const QSslCertificate &certificate : QSslCertificate::fromData(bytes, QSsl::Pem))
        told << CertificateText::of(certificate);
    return told.join(QStringLiteral("; "));
}

} // namespace noclobber::models
