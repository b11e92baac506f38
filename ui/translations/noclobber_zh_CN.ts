<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>noclobber::models::ChangeModel</name>
    <message numerus="yes">
        <source>%1, %Ln objects</source>
        <comment>group of rows</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln comments</source>
        <comment>seen or not seen</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::ChangeText</name>
    <message>
        <source>%1 → %2</source>
        <comment>old name, new name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immutable field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formatting only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>reaches %Ln others</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>old file, new file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the same content</source>
        <comment>files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the values alike; the old object goes, the new one begins anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1, %2 % alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1, %2 % alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects: %1</source>
        <comment>with the same change</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::CommitModel</name>
    <message>
        <source>Branches and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commits, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln rows</source>
        <comment>group of rows</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] %2</source>
        <comment>branches and tags of a commit, its message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote branch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, by %3, %4</source>
        <comment>branch or commit, message, author, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1. It merges %Ln commits.</source>
        <comment>description of a commit</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::ConfigurationRow</name>
    <message>
        <source>%1: %2</source>
        <comment>identity of an object, reason why it is accepted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <comment>accepted exception, day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from %1: a change cannot loosen the rules it is judged by.</source>
        <comment>file and commit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the file %1, which was named when the program was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no .noclobber.yaml in base (%1): every rule has the severity it comes with.</source>
        <comment>revision</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::DeltaWords</name>
    <message numerus="yes">
        <source>%1 and %Ln more fields</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>absent</source>
        <comment>a field in one of two commits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, value in base, value in head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in another order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image %1 %2 → %3</source>
        <comment>name, tag in base, tag in head</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::FieldModel</name>
    <message>
        <source>(absent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: base %3, head %4</source>
        <comment>path, added or removed or changed, values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>immutable: the API server refuses this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the order differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret: values are masked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::GroupWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>kind, API group</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, with data at risk</source>
        <comment>state of the objects in a group</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, with findings</source>
        <comment>state of the objects in a group</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Application seen here deploys them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in no namespace</source>
        <comment>cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, namespace %2</source>
        <comment>cluster, namespace</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no file seen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top folder of the repository</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::GuardRailDetail</name>
    <message>
        <source>Without an end: %1</source>
        <comment>reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1: %2</source>
        <comment>date, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken before the change: %1. After it: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a change can break this rule: there is no count before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no stateful objects to protect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected against deletion: %1 of %2 stateful objects before the change, %3 of %4 after it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::GuardRailModel</name>
    <message>
        <source>Broken by this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken before it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by a waiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rendered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this was compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules that found nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <comment>severity of a finding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look first</source>
        <comment>severity of a finding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <comment>severity of a finding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off in the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In head: %1</source>
        <comment>problem</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In base: %1</source>
        <comment>problem</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helm chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kustomize folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n files are input of a renderer and were not judged; the change touches %2 of them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <comment>group, name, what about it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3. %4</source>
        <comment>severity, rule, object, what is wrong</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, rule %2, findings: %3. %4</source>
        <comment>severity, rule, count, what the rule finds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, rule %2, broken before: %3, after: %4. %5</source>
        <comment>severity, rule, counts, what the rule finds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <comment>group of rows</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rule and objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <comment>how often it is broken in base</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <comment>how often it is broken in head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rule finds, or where</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::ObjectFilter</name>
    <message>
        <source>There is no filter “%1:”, so this is looked for as text. Filters are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“risk:%1” is not applied: a risk is a number from 0 to 4, as in risk:&gt;=3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1:%2” is not applied: %1: knows %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::OverwriteCard</name>
    <message numerus="yes">
        <source>Deploys %1: %Ln objects</source>
        <comment>paths</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Incoming: new in head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existing: in base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existing: in base and head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone in head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpredictable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document %1 of its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which Application applies it is not seen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Because of this, %Ln objects would be deleted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Because of this, %Ln objects would be deleted, and the data of %1 of them lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are what the existing one deploys</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document %1 of %2</source>
        <comment>number, count in the file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied after number %1 and replaces it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::OverwriteMend</name>
    <message>
        <source>file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source path %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination cluster %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its place it would be called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is what these say: %2.</source>
        <comment>word, list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the name says %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name says %1, and so do these: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the %1 at %2 from %3 to %4, and what refers to it.</source>
        <comment>kind, place, old name, new name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHY THIS IS INTENDED, AND WHO AGREED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change cannot loosen the rules it is judged by, so this counts once it is there. Words in capitals are to be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this to .noclobber.yaml on %1, the base of this review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this below waivers in .noclobber.yaml on %1, the base of this review.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::OverwriteModel</name>
    <message>
        <source>%1, %2</source>
        <comment>state, object</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::PaletteModel</name>
    <message>
        <source>%1, in the menu %2</source>
        <comment>action, menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in the menu %2, key %3</source>
        <comment>action, menu, key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>object, cluster, state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::PathPicture</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Because of: %2</source>
        <comment>box, the box that leads to it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>see the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects are in the list, not in the picture</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes of %1: %2</source>
        <comment>size, data fate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %L2</source>
        <comment>kind, count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>effect, data fate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>fate, names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>object, fate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Why: %2</source>
        <comment>box, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusExport</name>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusModel</name>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusOverview</name>
    <message>
        <source>no Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster</source>
        <comment>objects without a namespace</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>kind or namespace, what it is in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, the data of %L3 is lost or at risk</source>
        <comment>place, objects, count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, objects</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusTree</name>
    <message>
        <source>No Application that deploys it is seen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects of the whole cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusWords</name>
    <message>
        <source>%1  (%L2)</source>
        <comment>object or group, how many objects are below it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>effect, data fate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its file</source>
        <comment>in place of the path of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>NO for %L1 of %Ln objects</source>
        <comment>of a group</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whether it can be recovered, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>answer, size of the volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git does not hold its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what decides is not in git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the volume stays, to be bound again by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, and its data stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, from git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 %2</source>
        <comment>count, effect</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 dying (%2)</source>
        <comment>count, their fates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 surviving (%2)</source>
        <comment>count, their fates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 changing (%2)</source>
        <comment>count, their fates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>addends, sum</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>size of volumes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <comment>size of volumes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 retained</source>
        <comment>size of volumes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept</source>
        <comment>size of volumes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage at stake: %1</source>
        <comment>sizes by fate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n objects below it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Why: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Recover: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RecentModel</name>
    <message>
        <source>%1 and %2</source>
        <comment>two folders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4, %5, opened %6</source>
        <comment>verdict, repository, base, head, what was seen, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repository is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 seen</source>
        <comment>objects</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>base, head</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RecentReview</name>
    <message>
        <source>%1 (%2)</source>
        <comment>revision, commit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   %2 → %3</source>
        <comment>repository, base, head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::RunbookModel</name>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>## %1 %2</source>
        <comment>number, title of a part</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what to do, whether it is done</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>object, whether it is done, what to do</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, title of a part</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 of %n steps done</source>
        <comment>part, count</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::RunbookText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>revision, commit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop automatic sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the change back in git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the objects back, in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn automatic sync on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As long as something syncs by itself, it goes on deleting and overwriting: nothing below holds before this is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still there need not be brought back, and what only waits for its deletion can still be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data lives as long as its volume: a volume that outlives its claim can be bound again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Git must say what was there before, or the next sync does the same again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others need comes first: namespaces and volumes before what uses them, and what holds data before what reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when all of it is back: a sync that comes too early empties or deletes what was just brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was merged as it was reviewed here, from %1 to %2, and was synced or is about to be. git, kubectl and the tool that deploys (argocd or flux) are there and may change these clusters. The lines are for a POSIX shell; words in capitals are to be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::models::Words</name>
    <message>
        <source>Overwritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prune pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orphaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwritten: another definition replaces an existing object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data lost: deleted, and the data cannot be recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data at risk: deleted or left, and the data may go with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted from the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced: deleted and made anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prune pending: deleted once a person agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync blocked: the cluster refuses this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: a file could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orphaned: left running, managed by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadowed: defined, never applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicated: defined more than once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted: another Application manages it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: a protection holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged, with a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cascade-deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted and made anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orphaned, left running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume retained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>immutable field changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formatting only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a copy is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hook changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::record::RecordDisk</name>
    <message>
        <source>Marks and comments are not kept: there is no folder for them. Set HOME or XDG_DATA_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks and comments are not kept: %1 (%2). They stay in this window until it is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1 (%2). Nothing is lost while this window is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::record::RecordKeeper</name>
    <message numerus="yes">
        <source>mark %Ln objects as seen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take back the marks of %Ln objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>mark %1 as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back the mark of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit the comment on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the comment on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdraw the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln steps as done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln steps as not done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::AppearancePage</name>
    <message>
        <source>Size of the window&apos;s letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the letters of code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the sizes of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language counts when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window&apos;s letters:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of &amp;code:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <comment>size of letters in points</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ArrangementMenu</name>
    <message>
        <source>&amp;Group and sort the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cluster and namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a group, first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What loses most &amp;data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;reaches most objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ChainLabel</name>
    <message>
        <source>Why this happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2%3</source>
        <comment>number in the chain of reasons, object, reason with a colon or blank before it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ChangesSection</name>
    <message>
        <source>Changed and affected objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter ( / ): a name, kind:Secret, state:pruned, -is:seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouped by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No object differs between the two commits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln objects.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No object differs; %Ln files changed only in comments, order or quoting.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::ChooserPage</name>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there now: the branch the change goes into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change: what would be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What merging head into base would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two commits as they are (base..head)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their merge base against head (base...head)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which change of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap base and head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap base and head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There are older commits than the newest %Ln; type the id of one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reading older commits…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::CommitPicker</name>
    <message>
        <source>Branches, tags and commits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or type any revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search branches, tags and commits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>base or head, revision</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::DiffView</name>
    <message>
        <source>Text in base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is the same in base and head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file declares it: the cluster makes it from another object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ErrorPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: this change was not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed: nothing is known about this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noclobber %1
Repository: %2
%3
Where: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose base and head again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with git that this repository is whole and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and the names of both commits; fetch what is not here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the file named above and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend .noclobber.yaml in the base commit and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file can be read or written and that there is room for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when you like: nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::FoldersPage</name>
    <message>
        <source>Compare these folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are compared as they are, without git. Nothing is written into them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would take its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <comment>base folder or head folder</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::GuardRailsSection</name>
    <message>
        <source>Guard rails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting what each commit breaks by itself…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy how to mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the object of this finding in the change list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen rule or finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each commit breaks by itself could not be counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule has anything to say about this change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::IndexPage</name>
    <message>
        <source>Empty the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read of manifests is kept, so that the next review of the same repository takes less time. No answer depends on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept here: this user has no cache folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size: %1</source>
        <comment>of files</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::KeysPage</name>
    <message>
        <source>&amp;Bind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Own key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt, such as j, / and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bind the new key to the action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the action without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the action its own key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all actions their own keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ew key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the key of &quot;%2&quot;. Binding it here takes it away from there.</source>
        <comment>key, action</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::MainWindow</name>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noclobber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noclobber: reviewing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewing a change of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 - noclobber</source>
        <comment>verdict, what was compared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects in head, analysed in %1 s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>as merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the merge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed - noclobber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the review as HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;bject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a repository…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose commits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export as HTML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this re&amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About noclobber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About noclobber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noclobber %1
Says what a change of rendered Kubernetes manifests overwrites and deletes, before it is merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sample incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two folders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewing the sample incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the folders %1</source>
        <comment>two folders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was compared, how</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or an object…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two &amp;folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has moved: %2 → %3</source>
        <comment>branch, commit, commit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was reviewed cannot be read again: %1 What is shown was read before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ObjectPane</name>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No object differs: this change does nothing to the clusters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an object on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>via %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protected by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>base or head, revision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2  %3</source>
        <comment>base or head, revision, path and line</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::OverwriteCardView</name>
    <message numerus="yes">
        <source>%1: %n definitions</source>
        <comment>object</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Who wins, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more fields</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show its blast radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>certainty, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like a slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>object and its definitions, cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the patch that renames it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what to rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark intended…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch that renames it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this is intended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted exception for .noclobber.yaml</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::OverwritesSection</name>
    <message>
        <source>Objects with more than one definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions of the chosen object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every object has one definition, and none replaces another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::Palette</name>
    <message>
        <source>Actions and objects found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do, or the name of an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects match: type more of the name.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::PatchOffer</name>
    <message>
        <source>Copy patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save patch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A patch for git apply that adds what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noclobber can add what is missing. The patch is for git apply, on the merged files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied. The patch mends %n objects, in files: %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save the patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches (*.patch *.diff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch cannot be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saved to %1. The patch mends %n objects.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The patch cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be added safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in it: %1. %2</source>
        <comment>object, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %n more are not in it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ProgressPage</name>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many objects, what happened to them</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no object differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing would be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects would be deleted (%1 with state)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the current phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the repository and merge in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the manifests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match the objects of both commits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the consequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge by the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>phase, result</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>what happened, object</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::RadiusSection</name>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list cannot be written to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview by Application, namespace and kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path to the chosen object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all objects of this part again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group b&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group the blast radius by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What dies: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unknown: %L2</source>
        <comment>what dies, count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What survives and why: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>how the fates add up, storage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %L2</source>
        <comment>name, count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1. %2</source>
        <comment>what is shown, how much is hidden</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects are hidden.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left behind, kept or taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change reaches no object of a cluster.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ReviewPage</name>
    <message>
        <source>&amp;Path of this object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the blast radius as &amp;CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the blast radius as &amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the blast radius…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <comment>what was done</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <comment>what was taken back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Blast radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guard rails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Word marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;lter the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ro&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previo&amp;us pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite of this object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blast &amp;radius of this object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;change in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous change in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next f&amp;inding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous fin&amp;ding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy how to &amp;mend the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;patch for the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the patch for the finding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the &amp;step as done, or not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the step of the &amp;runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;whole runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Overwrites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Blast radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Guard rails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 Runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;seen, go to the next risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark &amp;all shown as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy how to re&amp;name the overwriting definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the overwrite as &amp;intended…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::RowDelegate</name>
    <message>
        <source>%1  %2</source>
        <comment>group of rows, count</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::RulesPage</name>
    <message>
        <source>Rules belong to a repository. Open a review to see which ones it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the configuration sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To change it, edit .noclobber.yaml at the repository&apos;s root and merge it into base.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::RunbookSection</name>
    <message>
        <source>Steps to take if this was merged by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from this change. noclobber never runs any of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln steps done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Why this comes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What all of this assumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this step as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this does not bring back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::SavedFilters</name>
    <message>
        <source>Saved &amp;filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;emove this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the saved filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the object of a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter, then leave it; stop a review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a key or what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys can be bound anew in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt are switched off in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::views::SimilarBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo that they are marked as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing but this differs in %Ln objects: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln objects are marked as seen: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %Ln as seen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::StartPage</name>
    <message>
        <source>Open a repository…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noclobber reads two commits of rendered Kubernetes manifests. It says which objects a change really adds, which it overwrites, and what would be deleted if it were merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First time here? The sample is an accident of 2022: a second Application takes the name of the first. It needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would merging this destroy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder can also be dropped here: one to choose commits of, two to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue: %1</source>
        <comment>a review</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::Banner</name>
    <message>
        <source>Verdict: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::CommandLine</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::DesktopStyle</name>
    <message>
        <source>Divider between two panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner to resize the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::FilterLine</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter can become</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 shown, %Ln hidden by the filter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::Paragraph</name>
    <message>
        <source>%1: %2</source>
        <comment>heading, text</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::SectionBar</name>
    <message>
        <source>%1  %2</source>
        <comment>section name, count</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::TextBlock</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>what is copied</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
