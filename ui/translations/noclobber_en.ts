<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>noclobber::models::ChangeModel</name>
    <message numerus="yes">
        <source>%1, %Ln objects</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%1, %Ln object</numerusform>
            <numerusform>%1, %Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::GuardRailModel</name>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n files are input of a renderer and were not judged; the change touches %2 of them</source>
        <translation>
            <numerusform>%1: %n file is input of a renderer and was not judged; the change touches %2 of them</numerusform>
            <numerusform>%1: %n files are input of a renderer and were not judged; the change touches %2 of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::OverwriteCard</name>
    <message numerus="yes">
        <source>Deploys %1: %Ln objects</source>
        <comment>paths</comment>
        <translation>
            <numerusform>Deploys %1: %Ln object</numerusform>
            <numerusform>Deploys %1: %Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Because of this, %Ln objects would be deleted.</source>
        <translation>
            <numerusform>Because of this, %Ln object would be deleted.</numerusform>
            <numerusform>Because of this, %Ln objects would be deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Because of this, %Ln objects would be deleted, and the data of %1 of them lost.</source>
        <translation>
            <numerusform>Because of this, %Ln object would be deleted, and the data of %1 of them lost.</numerusform>
            <numerusform>Because of this, %Ln objects would be deleted, and the data of %1 of them lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusModel</name>
    <message numerus="yes">
        <source>%n objects below it</source>
        <translation>
            <numerusform>%n object below it</numerusform>
            <numerusform>%n objects below it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::RunbookModel</name>
    <message numerus="yes">
        <source>%1, %2 of %n steps done</source>
        <comment>part, count</comment>
        <translation>
            <numerusform>%1, %2 of %n step done</numerusform>
            <numerusform>%1, %2 of %n steps done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::record::RecordKeeper</name>
    <message numerus="yes">
        <source>mark %Ln objects as seen</source>
        <translation>
            <numerusform>mark %Ln object as seen</numerusform>
            <numerusform>mark %Ln objects as seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take back the marks of %Ln objects</source>
        <translation>
            <numerusform>take back the mark of %Ln object</numerusform>
            <numerusform>take back the marks of %Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln steps as done</source>
        <translation>
            <numerusform>mark %Ln step as done</numerusform>
            <numerusform>mark %Ln steps as done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln steps as not done</source>
        <translation>
            <numerusform>mark %Ln step as not done</numerusform>
            <numerusform>mark %Ln steps as not done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::MainWindow</name>
    <message numerus="yes">
        <source>%Ln objects in head, analysed in %1 s</source>
        <translation>
            <numerusform>%Ln object in head, analysed in %1 s</numerusform>
            <numerusform>%Ln objects in head, analysed in %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::OverwriteCardView</name>
    <message numerus="yes">
        <source>%1: %n definitions</source>
        <comment>object</comment>
        <translation>
            <numerusform>%1: %n definition</numerusform>
            <numerusform>%1: %n definitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more fields</source>
        <translation>
            <numerusform>and %n more field</numerusform>
            <numerusform>and %n more fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::PatchOffer</name>
    <message numerus="yes">
        <source>Copied. The patch mends %n objects, in files: %1.</source>
        <translation>
            <numerusform>Copied. The patch mends %n object, in files: %1.</numerusform>
            <numerusform>Copied. The patch mends %n objects, in files: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved to %1. The patch mends %n objects.</source>
        <translation>
            <numerusform>Saved to %1. The patch mends %n object.</numerusform>
            <numerusform>Saved to %1. The patch mends %n objects.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more are not in it.</source>
        <translation>
            <numerusform>And %n more is not in it.</numerusform>
            <numerusform>And %n more are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::ProgressPage</name>
    <message numerus="yes">
        <source>%Ln objects would be deleted (%1 with state)</source>
        <translation>
            <numerusform>%Ln object would be deleted (%1 with state)</numerusform>
            <numerusform>%Ln objects would be deleted (%1 with state)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::RunbookSection</name>
    <message numerus="yes">
        <source>%1 of %Ln steps done</source>
        <translation>
            <numerusform>%1 of %Ln step done</numerusform>
            <numerusform>%1 of %Ln steps done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::FilterLine</name>
    <message numerus="yes">
        <source>%Ln hidden by filter</source>
        <translation>
            <numerusform>%Ln hidden by filter</numerusform>
            <numerusform>%Ln hidden by filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
</context>
</TS>
