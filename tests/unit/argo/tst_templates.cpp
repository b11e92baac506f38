#include "tests/support/test_main.h"

#include "core/argo/fast_template.h"
#include "core/argo/go_template.h"

using namespace noclobber;

namespace {

yaml::Node parameters(const std::string &text)
{
    const auto document = yaml::readDocument(text, yaml::TextFormat::Yaml, 1);
    return document ? argo::asGoReads(document->root) : yaml::Node();
}

constexpr const char *values = R"(
name: Web_App.One
port: 8080
account: 1234567
ratio: 0.5
live: true
empty: ''
path: {path: apps/east/web, basename: web, segments: [apps, east, web]}
regions: [east, west]
labels: {tier: front, app.kubernetes.io/name: web}
)";

/// The rendered text, or "error: why".
std::string rendered(const std::string &text, const std::vector<std::string> &options = {})
{
    long long steps = 1'000'000;
    const auto result = argo::renderGoTemplate(text, parameters(values), options, steps);
    return result ? *result : "error: " + result.error().message;
}

} // namespace

/// Expected values from the documentation of text/template, sprig and Argo CD's GoTemplate.md.
class TestTemplates : public QObject
{
    Q_OBJECT
private slots:
    void fastTemplateFillsInWhatItKnows()
    {
        const std::map<std::string, std::string> known = {{"name", "web"}, {"path.basename", "x"}, {"path[0]", "apps"}};
        const auto fill = [&](const std::string &text) {
            const auto result = argo::renderFastTemplate(text, known);
            return result ? *result : "error: " + result.error().message;
        };
        QCOMPARE(fill("{{name}}-{{ path.basename }}-{{path[0]}}"), std::string("web-x-apps"));
        QCOMPARE(fill("{{ other }}/{{name}}"), std::string("{{ other }}/web"));
        QCOMPARE(fill("no tag }} here {{"), std::string("no tag }} here {{"));
        QCOMPARE(fill("{{name}} {{open"), std::string("error: a {{ in it is not closed"));
    }

    void goTemplateIsEvaluated_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) { QTest::newRow(text) << text << expected; };
        row("{{ .name }}-{{.path.basename}}", "Web_App.One-web");
        row("{{ .port }} {{ .account }} {{ .ratio }} {{ .live }}", "8080 1.234567e+06 0.5 true");
        row("{{ index .path.segments 1 }} {{ (index .regions 0) }}", "east east");
        row("{{ index .labels \"app.kubernetes.io/name\" }}", "web");
        row("{{ .labels }} {{ .regions }}", "map[app.kubernetes.io/name:web tier:front] [east west]");
        row("{{ .missing }}", "<no value>");
        row("a {{- .empty -}} b {{/* not shown */}}c", "ab c");
        row("{{ if .live }}yes{{ else }}no{{ end }}", "yes");
        row("{{ if eq .path.basename \"api\" }}1{{ else if eq .path.basename \"web\" }}2{{ else }}3{{ end }}", "2");
        row("{{ range $i, $r := .regions }}{{ $i }}{{ $r }},{{ end }}", "0east,1west,");
        row("{{ range .regions }}{{ . }}{{ $.port }} {{ end }}", "east8080 west8080 ");
        row("{{ range $k, $v := .labels }}{{ $k }};{{ end }}", "app.kubernetes.io/name;tier;");
        row("{{ range .nothing }}x{{ else }}none{{ end }}", "none");
        row("{{ with .labels }}{{ .tier }}{{ end }}", "front");
        row("{{ $x := \"a\" }}{{ if true }}{{ $x = \"b\" }}{{ end }}{{ $x }}", "b");
        row("{{ and .live (not .empty) }} {{ or .empty \"x\" }} {{ ne .name \"y\" }}", "true x true");
        row("{{ and .empty .missing.field }}", "");
        row("{{ .name | lower | replace \"_\" \"-\" | trimSuffix \".one\" | quote }}", "\"web-app\"");
        row("{{ upper \"a\" }} {{ trim \" b \" }} {{ trimPrefix \"x\" \"xc\" }} {{ title \"d e\" }}", "A b c D E");
        row("{{ trimAll \"$\" \"$5$\" }} {{ nospace \"a b\" }} {{ repeat 2 \"ab\" }}", "5 ab abab");
        row("{{ trunc 3 .name }} {{ trunc -3 .name }} {{ substr 0 2 .name }}", "Web One We");
        row("{{ contains \"App\" .name }} {{ hasPrefix \"Web\" .name }} {{ hasSuffix \"x\" .name }}",
            "true true false");
        row("{{ (split \"/\" .path.path)._1 }} {{ splitList \"/\" .path.path | last }}", "east web");
        row("{{ splitn \"/\" 2 .path.path }}", "map[_0:apps _1:east/web]");
        row("{{ join \"-\" .path.segments }} {{ first .regions }} {{ rest .path.segments }}",
            "apps-east-web east [east web]");
        row("{{ printf \"%s-%02d %v %q %%\" \"a\" 7 .live \"b\" }}", "a-07 true \"b\" %");
        row("{{ default \"d\" .empty }} {{ .missing | default \"e\" }} {{ coalesce .empty .name }}", "d e Web_App.One");
        row("{{ ternary \"a\" \"b\" .live }} {{ empty .empty }} {{ len .regions }}", "a true 2");
        row("{{ add 1 2 3 }} {{ sub 5 2 }} {{ mul 2 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 5 3 }}", "6 3 6 3 1 5");
        row("{{ int .port }} {{ add (atoi \"4\") 1 }} {{ gt (len .regions) 1 }}", "8080 5 true");
        row("{{ normalize .name }} {{ slugify 10 true \"a.long.name.indeed\" }}", "web-app.one a-long");
        row("{{ toJson .labels }} {{ toJson .path.segments }}",
            "{\"app.kubernetes.io/name\":\"web\",\"tier\":\"front\"} [\"apps\",\"east\",\"web\"]");
        row("{{ (fromJson \"{\\\"a\\\": 1}\").a }} {{ toYaml .labels | indent 2 | trim }}",
            "1 app.kubernetes.io/name: web\n  tier: front");
        row("{{ list \"b\" \"a\" | sortAlpha | join \",\" }} {{ has \"east\" .regions }} {{ hasKey .labels \"x\" }}",
            "a,b true false");
        row("{{ dig \"labels\" \"none\" \"dflt\" . }} {{ get .labels \"tier\" }} {{ dict \"a\" 1 }}",
            "dflt front map[a:1]");
        row("{{ b64enc \"web\" }} {{ b64dec \"d2Vi\" }} {{ range until 3 }}{{ . }}{{ end }}", "d2Vi web 012");
        row("{{ `raw \"text\"` }} {{ \"tab\\t\" }}|", "raw \"text\" tab\t|");
    }

    void goTemplateIsEvaluated()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(rendered(text.toStdString())), expected);
    }

    void whatDoesNotEvaluateIsAnErrorAndNoGuess_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, const char *why) { QTest::newRow(text) << text << why; };
        row("{{ .missing.field }}", "which has no fields");
        row("{{ .name.field }}", "which has no fields");
        row("{{ index .regions 5 }}", "reaches outside the list");
        row("{{ eq .port 8080 }}", "different kinds"); // a float64 and an int
        row("{{ lower .port }}", "wants a text");
        row("{{ regexReplaceAll \"a\" .name \"b\" }}", "regexReplaceAll is not followed here");
        row("{{ upper \"\xc3\xa4\" }}", "ASCII only");
        row("{{ template \"x\" }}", "not followed here");
        row("{{ if .live }}", "no {{end}}");
        row("{{ end }}", "belongs to nothing");
        row("{{ .name", "not closed");
        row("{{ $x }}", "$x is not set");
        row("{{ .name | }}", "a value is missing");
        row("{{ range until 10000 }}{{ range until 10000 }}{{ end }}{{ end }}", "takes too long");
        row("{{ range until 10000 }}{{ repeat 1000 \"0123456789\" }}{{ end }}", "takes too long");
    }

    void whatDoesNotEvaluateIsAnErrorAndNoGuess()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const std::string got = rendered(text.toStdString());
        QVERIFY2(got.starts_with("error: ") && got.find(why.toStdString()) != std::string::npos, got.c_str());
    }

    void missingKeyIsAnErrorWhereTheSetSaysSo()
    {
        QCOMPARE(rendered("{{ .missing }}", {"missingkey=error"}),
                 std::string("error: there is no parameter .missing"));
        QCOMPARE(rendered("{{ .missing }}", {"missingkey=default"}), std::string("<no value>"));
    }

    void stepsAreSharedByAllTemplatesOfASet()
    {
        long long steps = 15;
        QVERIFY(argo::renderGoTemplate("{{ range until 10 }}{{ end }}", {}, {}, steps));
        QVERIFY(!argo::renderGoTemplate("{{ range until 10 }}{{ end }}", {}, {}, steps));
    }

    void valuesAreFlattenedByDots()
    {
        const auto flat = argo::flattened(parameters("a: {b: [x, {c: 1}]}\nd: true\n"));
        const std::map<std::string, std::string> expected = {{"a.b.0", "x"}, {"a.b.1.c", "1"}, {"d", "true"}};
        QVERIFY(flat == expected);
    }
};

NOCLOBBER_TEST_MAIN(TestTemplates)
#include "tst_templates.moc"
