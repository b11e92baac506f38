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
    <message numerus="yes">
        <source>%1, %Ln comments</source>
        <comment>seen or not seen</comment>
        <translation>
            <numerusform>%1, %Ln comment</numerusform>
            <numerusform>%1, %Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::ChangeText</name>
    <message numerus="yes">
        <source>reaches %Ln others</source>
        <translation>
            <numerusform>reaches %Ln other</numerusform>
            <numerusform>reaches %Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects: %1</source>
        <comment>with the same change</comment>
        <translation>
            <numerusform>%Ln object: %1</numerusform>
            <numerusform>%Ln objects: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::CommitModel</name>
    <message numerus="yes">
        <source>%1, %Ln rows</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%1, %Ln row</numerusform>
            <numerusform>%1, %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. It merges %Ln commits.</source>
        <comment>description of a commit</comment>
        <translation>
            <numerusform>%1. It merges %Ln commit.</numerusform>
            <numerusform>%1. It merges %Ln commits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::DecisionGate</name>
    <message numerus="yes">
        <source>Approve needs %Ln more objects with blocking findings to be marked as seen.</source>
        <translation>
            <numerusform>Approve needs %Ln more object with blocking findings to be marked as seen.</numerusform>
            <numerusform>Approve needs %Ln more objects with blocking findings to be marked as seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::DeltaWords</name>
    <message numerus="yes">
        <source>%1 and %Ln more fields</source>
        <translation>
            <numerusform>%1 and %Ln more field</numerusform>
            <numerusform>%1 and %Ln more fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::DiffLayout</name>
    <message numerus="yes">
        <source>… %n unchanged line(s)</source>
        <translation>
            <numerusform>… %n unchanged line</numerusform>
            <numerusform>… %n unchanged lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n unchanged line(s): %1</source>
        <comment>count, path</comment>
        <translation>
            <numerusform>… %n unchanged line: %1</numerusform>
            <numerusform>… %n unchanged lines: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n unchanged line(s): %1 to %2</source>
        <comment>count, first and last path</comment>
        <translation>
            <numerusform>… %n unchanged line: %1 to %2</numerusform>
            <numerusform>… %n unchanged lines: %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::Export</name>
    <message numerus="yes">
        <source>As the list is &amp;filtered: %Ln objects</source>
        <translation>
            <numerusform>As the list is &amp;filtered: %Ln object</numerusform>
            <numerusform>As the list is &amp;filtered: %Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Risky ones only: %Ln objects</source>
        <translation>
            <numerusform>&amp;Risky ones only: %Ln object</numerusform>
            <numerusform>&amp;Risky ones only: %Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %Ln objects</source>
        <translation>
            <numerusform>&amp;All %Ln object</numerusform>
            <numerusform>&amp;All %Ln objects</numerusform>
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
    <message numerus="yes">
        <source>%Ln of them are what the existing one deploys</source>
        <translation>
            <numerusform>%Ln of them are what the existing one deploys</numerusform>
            <numerusform>%Ln of them are what the existing one deploys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::PathPicture</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects</source>
        <translation>
            <numerusform>%Ln more object</numerusform>
            <numerusform>%Ln more objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects are in the list, not in the picture</source>
        <translation>
            <numerusform>%Ln more object is in the list, not in the picture</numerusform>
            <numerusform>%Ln more objects are in the list, not in the picture</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusOverview</name>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusWords</name>
    <message numerus="yes">
        <source>NO for %L1 of %Ln objects</source>
        <comment>of a group</comment>
        <translation>
            <numerusform>NO for %L1 of %Ln object</numerusform>
            <numerusform>NO for %L1 of %Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects below it</source>
        <translation>
            <numerusform>%n object below it</numerusform>
            <numerusform>%n objects below it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::RecentReview</name>
    <message numerus="yes">
        <source>%Ln minutes ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::RecordWords</name>
    <message numerus="yes">
        <source>%Ln changed since you looked</source>
        <translation>
            <numerusform>%Ln changed since you looked</numerusform>
            <numerusform>%Ln changed since you looked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::ReviewModel</name>
    <message numerus="yes">
        <source>blocked objects, %Ln of them seen</source>
        <translation>
            <numerusform>blocked objects, %Ln of them seen</numerusform>
            <numerusform>blocked objects, %Ln of them seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows: %1</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%Ln row: %1</numerusform>
            <numerusform>%Ln rows: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>rule</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
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
    <name>noclobber::views::ChangesSection</name>
    <message numerus="yes">
        <source>The filter hides all %Ln objects.</source>
        <translation>
            <numerusform>The filter hides the one object there is.</numerusform>
            <numerusform>The filter hides all %Ln objects.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No object differs; %Ln files changed only in comments, order or quoting.</source>
        <translation>
            <numerusform>No object differs; %Ln file changed only in comments, order or quoting.</numerusform>
            <numerusform>No object differs; %Ln files changed only in comments, order or quoting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::ChooserPage</name>
    <message numerus="yes">
        <source>There are older commits than the newest %Ln; type the id of one.</source>
        <translation>
            <numerusform>There are older commits than the newest %Ln; type the id of one.</numerusform>
            <numerusform>There are older commits than the newest %Ln; type the id of one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::DiffControls</name>
    <message numerus="yes">
        <source>Noise: %n field(s) shown</source>
        <translation>
            <numerusform>Noise: %n field shown</numerusform>
            <numerusform>Noise: %n fields shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noise: %n field(s) hidden</source>
        <translation>
            <numerusform>Noise: %n field hidden</numerusform>
            <numerusform>Noise: %n fields hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::OverwriteCardView</name>
    <message numerus="yes">
        <source>and %n more fields</source>
        <translation>
            <numerusform>and %n more field</numerusform>
            <numerusform>and %n more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n declarations</source>
        <comment>object</comment>
        <translation>
            <numerusform>%1: %n declaration</numerusform>
            <numerusform>%1: %n declarations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::Palette</name>
    <message numerus="yes">
        <source>%Ln more objects match: type more of the name.</source>
        <translation>
            <numerusform>%Ln more object matches: type more of the name.</numerusform>
            <numerusform>%Ln more objects match: type more of the name.</numerusform>
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
    <name>noclobber::views::RadiusSection</name>
    <message numerus="yes">
        <source>%Ln objects are hidden.</source>
        <translation>
            <numerusform>%Ln object is hidden.</numerusform>
            <numerusform>%Ln objects are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list was copied: %Ln objects</source>
        <translation>
            <numerusform>The list was copied: %Ln object</numerusform>
            <numerusform>The list was copied: %Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::RecordBar</name>
    <message numerus="yes">
        <source>%Ln comments</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked objects to look at</source>
        <translation>
            <numerusform>%Ln blocked object to look at</numerusform>
            <numerusform>%Ln blocked objects to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaved comments</source>
        <translation>
            <numerusform>%Ln unsaved comment</numerusform>
            <numerusform>%Ln unsaved comments</numerusform>
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
    <name>noclobber::views::SimilarBar</name>
    <message numerus="yes">
        <source>Nothing but this differs in %Ln objects: %1</source>
        <translation>
            <numerusform>Nothing but this differs in %Ln object: %1</numerusform>
            <numerusform>Nothing but this differs in %Ln objects: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln objects are marked as seen: %1</source>
        <translation>
            <numerusform>The one object is marked as seen: %1</numerusform>
            <numerusform>All %Ln objects are marked as seen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %Ln as seen</source>
        <translation>
            <numerusform>Mark all %Ln as seen</numerusform>
            <numerusform>Mark all %Ln as seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::FilterLine</name>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 shown, %Ln hidden by the filter</source>
        <translation>
            <numerusform>%1 of %2 shown, %Ln hidden by the filter</numerusform>
            <numerusform>%1 of %2 shown, %Ln hidden by the filter</numerusform>
        </translation>
    </message>
</context>
</TS>
