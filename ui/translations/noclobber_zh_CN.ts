<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>noclobber::models::CertificateText</name>
    <message>
        <source>a subject without a name</source>
        <translation>没有名称的主体</translation>
    </message>
    <message>
        <source>certificate of %1, signed by itself, valid until %2, SHA-256 %3…</source>
        <translation>%1 的证书，自签名，有效期至 %2，SHA-256 %3…</translation>
    </message>
    <message>
        <source>certificate of %1, issued by %2, valid until %3, SHA-256 %4…</source>
        <translation>%1 的证书，由 %2 签发，有效期至 %3，SHA-256 %4…</translation>
    </message>
</context>
<context>
    <name>noclobber::models::ChangeModel</name>
    <message numerus="yes">
        <source>%1, %Ln objects</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%1，%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Namespace/name</source>
        <translation>命名空间/名称</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未查看</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln comments</source>
        <comment>seen or not seen</comment>
        <translation>
            <numerusform>%1，%Ln 条评论</numerusform>
        </translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>%1, %L2 of them seen</source>
        <comment>objects with the same change, count</comment>
        <translation>%1，其中 %L2 个已查看</translation>
    </message>
</context>
<context>
    <name>noclobber::models::ChangeText</name>
    <message>
        <source>%1 → %2</source>
        <comment>old name, new name</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>保留存储卷</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>归属有争议</translation>
    </message>
    <message>
        <source>Immutable field</source>
        <translation>不可变字段</translation>
    </message>
    <message>
        <source>API moved</source>
        <translation>API 版本迁移</translation>
    </message>
    <message>
        <source>Formatting only</source>
        <translation>仅格式不同</translation>
    </message>
    <message>
        <source>A copy is gone</source>
        <translation>少了一份副本</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>made by the cluster</source>
        <translation>由集群创建</translation>
    </message>
    <message numerus="yes">
        <source>reaches %Ln others</source>
        <translation>
            <numerusform>影响其他 %Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>old file, new file</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, the same content</source>
        <comment>files</comment>
        <translation>%1，内容相同</translation>
    </message>
    <message>
        <source>%1 % of the values alike; the old object goes, the new one begins anew</source>
        <translation>%1 % 的值相同；旧对象消失，新对象从头开始</translation>
    </message>
    <message>
        <source>was %1, %2 % alike</source>
        <translation>原为 %1，%2 % 相同</translation>
    </message>
    <message>
        <source>now %1, %2 % alike</source>
        <translation>现为 %1，%2 % 相同</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation>命名空间 %1</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>集群 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects: %1</source>
        <comment>with the same change</comment>
        <translation>
            <numerusform>%Ln 个对象：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::CommitModel</name>
    <message>
        <source>Branches and tags</source>
        <translation>分支与标签</translation>
    </message>
    <message>
        <source>Commits, the newest first</source>
        <translation>提交，最新的在前</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln rows</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%1，%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>[%1] %2</source>
        <comment>branches and tags of a commit, its message</comment>
        <translation>[%1] %2</translation>
    </message>
    <message>
        <source>Commit %1</source>
        <translation>提交 %1</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Remote branch %1</source>
        <translation>远程分支 %1</translation>
    </message>
    <message>
        <source>Branch %1</source>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>%1: %2, by %3, %4</source>
        <comment>branch or commit, message, author, date</comment>
        <translation>%1：%2，作者 %3，%4</translation>
    </message>
    <message numerus="yes">
        <source>%1. It merges %Ln commits.</source>
        <comment>description of a commit</comment>
        <translation>
            <numerusform>%1。它合并了 %Ln 个提交。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::ConfigurationRow</name>
    <message>
        <source>%1: %2</source>
        <comment>identity of an object, reason why it is accepted</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <comment>accepted exception, day</comment>
        <translation>%1（至 %2）</translation>
    </message>
    <message>
        <source>Read from %1: a change cannot loosen the rules it is judged by.</source>
        <comment>file and commit</comment>
        <translation>读取自 %1：变更不能放宽评判它自身的规则。</translation>
    </message>
    <message>
        <source>Read from the file %1, which was named when the program was started.</source>
        <translation>读取自文件 %1，它是程序启动时指定的。</translation>
    </message>
    <message>
        <source>There is no .noclobber.yaml in base (%1): every rule has the severity it comes with.</source>
        <comment>revision</comment>
        <translation>base（%1）中没有 .noclobber.yaml：每条规则采用自带的严重程度。</translation>
    </message>
</context>
<context>
    <name>noclobber::models::DecisionGate</name>
    <message numerus="yes">
        <source>Approve needs %Ln more objects with blocking findings to be marked as seen.</source>
        <translation>
            <numerusform>批准之前，还需把 %Ln 个带有阻止性发现的对象标记为已查看。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::models::DeltaWords</name>
    <message numerus="yes">
        <source>%1 and %Ln more fields</source>
        <translation>
            <numerusform>%1 以及另外 %Ln 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>absent</source>
        <comment>a field in one of two commits</comment>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, value in base, value in head</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1 in another order</source>
        <translation>%1 的顺序不同</translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <translation>新增 %1：%2</translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <translation>移除 %1：%2</translation>
    </message>
    <message>
        <source>image %1 %2 → %3</source>
        <comment>name, tag in base, tag in head</comment>
        <translation>镜像 %1 %2 → %3</translation>
    </message>
</context>
<context>
    <name>noclobber::models::DiffLayout</name>
    <message numerus="yes">
        <source>… %n unchanged line(s)</source>
        <translation>
            <numerusform>… %n 行未变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n unchanged line(s): %1</source>
        <comment>count, path</comment>
        <translation>
            <numerusform>… %n 行未变：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n unchanged line(s): %1 to %2</source>
        <comment>count, first and last path</comment>
        <translation>
            <numerusform>… %n 行未变：%1 到 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>… noise: %1 (rule: %2)</source>
        <translation>… 噪声：%1（规则：%2）</translation>
    </message>
</context>
<context>
    <name>noclobber::models::DiffText</name>
    <message>
        <source>%1, SHA-256 %2…</source>
        <comment>size and digest of a long value</comment>
        <translation>%1，SHA-256 %2…</translation>
    </message>
    <message>
        <source>compared by what it says</source>
        <translation>按其内容比较</translation>
    </message>
    <message>
        <source>the order differs</source>
        <translation>顺序不同</translation>
    </message>
</context>
<context>
    <name>noclobber::models::Export</name>
    <message>
        <source>&amp;HTML report: one file with everything, opens in any browser without a network</source>
        <translation>HTML 报告(&amp;H)：包含全部内容的单个文件，无需网络即可在任何浏览器中打开</translation>
    </message>
    <message>
        <source>&amp;Markdown summary: for a comment or a ticket, at most 30,000 characters</source>
        <translation>Markdown 摘要(&amp;M)：用于评论或工单，最多 30,000 个字符</translation>
    </message>
    <message>
        <source>&amp;JSON: everything, for programs</source>
        <translation>JSON(&amp;J)：全部内容，供程序使用</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>As the list is &amp;filtered: %Ln objects</source>
        <translation>
            <numerusform>按列表的筛选(&amp;F)：%Ln 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Risky ones only: %Ln objects</source>
        <translation>
            <numerusform>仅有风险的(&amp;R)：%Ln 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %Ln objects</source>
        <translation>
            <numerusform>全部 %Ln 个对象(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON always has all objects.</source>
        <translation>JSON 总是包含全部对象。</translation>
    </message>
</context>
<context>
    <name>noclobber::models::FieldMeaning</name>
    <message>
        <source>changes which objects are managed</source>
        <translation>改变所管理的对象</translation>
    </message>
    <message>
        <source>changes where the objects are deployed</source>
        <translation>改变对象部署到哪里</translation>
    </message>
    <message>
        <source>changes what may be deployed</source>
        <translation>改变允许部署的内容</translation>
    </message>
    <message>
        <source>changes what is deleted without asking</source>
        <translation>改变哪些对象会不经询问就被删除</translation>
    </message>
    <message>
        <source>changes which Applications exist</source>
        <translation>改变有哪些 Application 存在</translation>
    </message>
    <message>
        <source>decides whether its objects are deleted with it</source>
        <translation>决定其对象是否随它一起被删除</translation>
    </message>
    <message>
        <source>decides what protects it from deletion</source>
        <translation>决定它受到怎样的防删除保护</translation>
    </message>
    <message>
        <source>decides which volumes it gets</source>
        <translation>决定它得到哪些存储卷</translation>
    </message>
    <message>
        <source>decides whether the data outlives its claim</source>
        <translation>决定数据是否在 PVC 之后仍然保留</translation>
    </message>
</context>
<context>
    <name>noclobber::models::FieldModel</name>
    <message>
        <source>(absent)</source>
        <translation>（不存在）</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>immutable: the API server refuses this</source>
        <translation>不可变：API server 会拒绝此修改</translation>
    </message>
    <message>
        <source>only the order differs</source>
        <translation>只有顺序不同</translation>
    </message>
    <message>
        <source>secret: values are masked</source>
        <translation>机密：值已掩盖</translation>
    </message>
    <message>
        <source>noise: %1</source>
        <comment>name of the rule</comment>
        <translation>噪声：%1</translation>
    </message>
    <message>
        <source>%1 is added: %2</source>
        <comment>path, value</comment>
        <translation>新增 %1：%2</translation>
    </message>
    <message>
        <source>%1 is removed: %2</source>
        <comment>path, value</comment>
        <translation>移除 %1：%2</translation>
    </message>
    <message>
        <source>%1 is changed from %2 to %3</source>
        <comment>path, values</comment>
        <translation>%1 由 %2 改为 %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what differs, what it means</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>automated, prune on</source>
        <translation>自动同步，并开启 prune</translation>
    </message>
    <message>
        <source>(unchanged)</source>
        <translation>（未变）</translation>
    </message>
    <message>
        <source>%1 is unchanged: %2; %3</source>
        <comment>path, value, what it means</comment>
        <translation>%1 未变：%2；%3</translation>
    </message>
    <message>
        <source>what leaves it is deleted without asking</source>
        <translation>离开它的对象会不经询问就被删除</translation>
    </message>
</context>
<context>
    <name>noclobber::models::GroupWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>kind, API group</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, with data at risk</source>
        <comment>state of the objects in a group</comment>
        <translation>%1，数据面临风险</translation>
    </message>
    <message>
        <source>%1, with findings</source>
        <comment>state of the objects in a group</comment>
        <translation>%1，有发现</translation>
    </message>
    <message>
        <source>No Application seen here deploys them</source>
        <translation>此处看不到部署它们的 Application</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>In no namespace</source>
        <translation>不属于任何命名空间</translation>
    </message>
    <message>
        <source>Namespace %1</source>
        <translation>命名空间 %1</translation>
    </message>
    <message>
        <source>%1, in no namespace</source>
        <comment>cluster</comment>
        <translation>%1，不属于任何命名空间</translation>
    </message>
    <message>
        <source>%1, namespace %2</source>
        <comment>cluster, namespace</comment>
        <translation>%1，命名空间 %2</translation>
    </message>
    <message>
        <source>In no file seen here</source>
        <translation>不在此处可见的任何文件中</translation>
    </message>
    <message>
        <source>Top folder of the repository</source>
        <translation>仓库的顶层文件夹</translation>
    </message>
</context>
<context>
    <name>noclobber::models::GuardRailDetail</name>
    <message>
        <source>Without an end: %1</source>
        <comment>reason</comment>
        <translation>长期有效：%1</translation>
    </message>
    <message>
        <source>Until %1: %2</source>
        <comment>date, reason</comment>
        <translation>至 %1：%2</translation>
    </message>
    <message>
        <source>Broken before the change: %1. After it: %2.</source>
        <translation>变更前违反：%1 次。变更后：%2 次。</translation>
    </message>
    <message>
        <source>Only a change can break this rule: there is no count before it.</source>
        <translation>只有变更才可能违反此规则：没有变更前的计数。</translation>
    </message>
    <message>
        <source>There are no stateful objects to protect.</source>
        <translation>没有需要保护的有状态对象。</translation>
    </message>
    <message>
        <source>Protected against deletion: %1 of %2 stateful objects before the change, %3 of %4 after it.</source>
        <translation>防删除保护：变更前 %2 个有状态对象中有 %1 个受保护，变更后 %4 个中有 %3 个。</translation>
    </message>
</context>
<context>
    <name>noclobber::models::GuardRailModel</name>
    <message>
        <source>Broken by this change</source>
        <translation>由本次变更违反</translation>
    </message>
    <message>
        <source>Broken before it already</source>
        <translation>变更之前就已违反</translation>
    </message>
    <message>
        <source>Accepted by a waiver</source>
        <translation>已通过豁免接受</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Not rendered here</source>
        <translation>此处未渲染</translation>
    </message>
    <message>
        <source>Out of sight</source>
        <translation>此处看不到</translation>
    </message>
    <message>
        <source>How this was compared</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Rules that found nothing</source>
        <translation>没有发现的规则</translation>
    </message>
    <message>
        <source>Block</source>
        <comment>severity of a finding</comment>
        <translation>阻止</translation>
    </message>
    <message>
        <source>Look first</source>
        <comment>severity of a finding</comment>
        <translation>先查看</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>severity of a finding</comment>
        <translation>提示</translation>
    </message>
    <message>
        <source>The whole change</source>
        <translation>整个变更</translation>
    </message>
    <message>
        <source>Switched off in the configuration.</source>
        <translation>已在配置中关闭。</translation>
    </message>
    <message>
        <source>In head: %1</source>
        <comment>problem</comment>
        <translation>head 中：%1</translation>
    </message>
    <message>
        <source>In base: %1</source>
        <comment>problem</comment>
        <translation>base 中：%1</translation>
    </message>
    <message>
        <source>Helm chart</source>
        <translation>Helm chart</translation>
    </message>
    <message>
        <source>kustomize folder</source>
        <translation>kustomize 文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n files are input of a renderer and were not judged; the change touches %2 of them</source>
        <translation>
            <numerusform>%1：%n 个文件是渲染器的输入，未作评判；本次变更涉及其中 %2 个</numerusform>
        </translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <comment>group, name, what about it</comment>
        <translation>%1，%2。%3</translation>
    </message>
    <message>
        <source>%1, %2, %3. %4</source>
        <comment>severity, rule, object, what is wrong</comment>
        <translation>%1，%2，%3。%4</translation>
    </message>
    <message>
        <source>%1, rule %2, findings: %3. %4</source>
        <comment>severity, rule, count, what the rule finds</comment>
        <translation>%1，规则 %2，发现：%3 个。%4</translation>
    </message>
    <message>
        <source>%1, rule %2, broken before: %3, after: %4. %5</source>
        <comment>severity, rule, counts, what the rule finds</comment>
        <translation>%1，规则 %2，变更前违反：%3 次，变更后：%4 次。%5</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%1，%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule and objects</source>
        <translation>规则与对象</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>how often it is broken in base</comment>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <comment>how often it is broken in head</comment>
        <translation>变更后</translation>
    </message>
    <message>
        <source>What the rule finds, or where</source>
        <translation>规则发现什么，或位置</translation>
    </message>
</context>
<context>
    <name>noclobber::models::Noise</name>
    <message>
        <source>checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>chart label</source>
        <translation>chart 标签</translation>
    </message>
    <message>
        <source>time stamp</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>field of the cluster</source>
        <translation>集群写入的字段</translation>
    </message>
    <message>
        <source>same value</source>
        <translation>相同的值</translation>
    </message>
    <message>
        <source>It repeats that something else changed, which is shown where it changed.</source>
        <translation>它只是重复了别处的变化，该变化已在发生的地方显示。</translation>
    </message>
    <message>
        <source>It names the version of the chart that the manifest was rendered from.</source>
        <translation>它给出渲染该清单所用的 chart 版本。</translation>
    </message>
    <message>
        <source>It tells when the manifest was made.</source>
        <translation>它说明清单的生成时间。</translation>
    </message>
    <message>
        <source>The cluster writes it; what git says there is not taken.</source>
        <translation>它由集群写入；git 中的值不会被采用。</translation>
    </message>
    <message>
        <source>Kubernetes reads both spellings as one value.</source>
        <translation>Kubernetes 把两种写法读作同一个值。</translation>
    </message>
</context>
<context>
    <name>noclobber::models::ObjectFilter</name>
    <message>
        <source>There is no filter “%1:”, so this is looked for as text. Filters are %2.</source>
        <translation>没有筛选条件“%1:”，因此按文本查找。可用的筛选条件有 %2。</translation>
    </message>
    <message>
        <source>“risk:%1” is not applied: a risk is a number from 0 to 4, as in risk:&gt;=3.</source>
        <translation>“risk:%1”未生效：风险是 0 到 4 的数字，例如 risk:&gt;=3。</translation>
    </message>
    <message>
        <source>“%1:%2” is not applied: %1: knows %3.</source>
        <translation>“%1:%2”未生效：%1: 可用的值有 %3。</translation>
    </message>
</context>
<context>
    <name>noclobber::models::ObjectSummary</name>
    <message>
        <source>via %1</source>
        <translation>经由 %1</translation>
    </message>
    <message>
        <source>protected by %1</source>
        <translation>受 %1 保护</translation>
    </message>
    <message>
        <source>effect: %1</source>
        <translation>影响：%1</translation>
    </message>
    <message>
        <source>data: %1</source>
        <translation>数据：%1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>位于 %1</translation>
    </message>
</context>
<context>
    <name>noclobber::models::OverwriteCard</name>
    <message numerus="yes">
        <source>Deploys %1: %Ln objects</source>
        <comment>paths</comment>
        <translation>
            <numerusform>部署 %1：%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Incoming: new in head</source>
        <translation>传入：head 中新增</translation>
    </message>
    <message>
        <source>Existing: in base</source>
        <translation>现有：位于 base</translation>
    </message>
    <message>
        <source>Existing: in base and head</source>
        <translation>现有：位于 base 与 head</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>胜出</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>落败</translation>
    </message>
    <message>
        <source>Gone in head</source>
        <translation>在 head 中已不存在</translation>
    </message>
    <message>
        <source>Unpredictable</source>
        <translation>无法预测</translation>
    </message>
    <message>
        <source>Document %1 of its file</source>
        <translation>所在文件的第 %1 个文档</translation>
    </message>
    <message>
        <source>Applied by %1</source>
        <translation>由 %1 应用</translation>
    </message>
    <message>
        <source>Which Application applies it is not seen here</source>
        <translation>此处看不到由哪个 Application 应用它</translation>
    </message>
    <message numerus="yes">
        <source>Because of this, %Ln objects would be deleted.</source>
        <translation>
            <numerusform>因此将有 %Ln 个对象被删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Because of this, %Ln objects would be deleted, and the data of %1 of them lost.</source>
        <translation>
            <numerusform>因此将有 %Ln 个对象被删除，其中 %1 个的数据会丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>归属有争议</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are what the existing one deploys</source>
        <translation>
            <numerusform>其中 %Ln 个正是现有声明所部署的</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Document %1 of %2</source>
        <comment>number, count in the file</comment>
        <translation>第 %1 个文档，共 %2 个</translation>
    </message>
    <message>
        <source>Applied after number %1 and replaces it</source>
        <translation>在第 %1 个之后应用，并取代它</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
</context>
<context>
    <name>noclobber::models::OverwriteMend</name>
    <message>
        <source>file %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>source path %1</source>
        <translation>源路径 %1</translation>
    </message>
    <message>
        <source>project %1</source>
        <translation>项目 %1</translation>
    </message>
    <message>
        <source>destination namespace %1</source>
        <translation>目标命名空间 %1</translation>
    </message>
    <message>
        <source>destination cluster %1</source>
        <translation>目标集群 %1</translation>
    </message>
    <message>
        <source>By its place it would be called %1.</source>
        <translation>按其所在位置，它应当叫做 %1。</translation>
    </message>
    <message>
        <source>%1 is what these say: %2.</source>
        <comment>word, list</comment>
        <translation>以下各处都写的是 %1：%2。</translation>
    </message>
    <message>
        <source>Only the name says %1.</source>
        <translation>只有名称写的是 %1。</translation>
    </message>
    <message>
        <source>The name says %1, and so do these: %2.</source>
        <translation>名称写的是 %1，以下各处也是：%2。</translation>
    </message>
    <message>
        <source>Rename the %1 at %2 from %3 to %4, and what refers to it.</source>
        <comment>kind, place, old name, new name</comment>
        <translation>将位于 %2 的 %1 由 %3 重命名为 %4，并修改引用它的内容。</translation>
    </message>
    <message>
        <source>WHY THIS IS INTENDED, AND WHO AGREED</source>
        <translation>〈为何有意为之，由谁同意〉</translation>
    </message>
    <message>
        <source>A change cannot loosen the rules it is judged by, so this counts once it is there. Words in capitals are to be filled in.</source>
        <translation>变更不能放宽评判它自身的规则，因此合并到那里之后才会生效。〈〉中的内容需要自行填写。</translation>
    </message>
    <message>
        <source>Add this to .noclobber.yaml on %1, the base of this review.</source>
        <translation>请把以下内容加入 %1（本次评审的 base）上的 .noclobber.yaml。</translation>
    </message>
    <message>
        <source>Add this below waivers in .noclobber.yaml on %1, the base of this review.</source>
        <translation>请把以下内容加到 %1（本次评审的 base）上 .noclobber.yaml 的 waivers 之下。</translation>
    </message>
</context>
<context>
    <name>noclobber::models::OverwriteModel</name>
    <message>
        <source>%1, %2</source>
        <comment>state, object</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>noclobber::models::PaletteModel</name>
    <message>
        <source>%1, in the menu %2</source>
        <comment>action, menu</comment>
        <translation>%1，位于菜单“%2”</translation>
    </message>
    <message>
        <source>%1, in the menu %2, key %3</source>
        <comment>action, menu, key</comment>
        <translation>%1，位于菜单“%2”，按键 %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>object, cluster, state</comment>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>noclobber::models::PathPicture</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Because of: %2</source>
        <comment>box, the box that leads to it</comment>
        <translation>%1。起因：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects</source>
        <translation>
            <numerusform>另外 %Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>see the list</source>
        <translation>见列表</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects are in the list, not in the picture</source>
        <translation>
            <numerusform>另外 %Ln 个对象在列表中，未画在图中</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes of %1: %2</source>
        <comment>size, data fate</comment>
        <translation>%1 的存储卷：%2</translation>
    </message>
    <message>
        <source>Namespace %1</source>
        <translation>命名空间 %1</translation>
    </message>
    <message>
        <source>The change</source>
        <translation>本次变更</translation>
    </message>
    <message>
        <source>The change, at %1</source>
        <translation>本次变更，位于 %1</translation>
    </message>
    <message>
        <source>%1 × %L2</source>
        <comment>kind, count</comment>
        <translation>%1 × %L2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>effect, data fate</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>fate, names</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>object, fate</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. Why: %2</source>
        <comment>box, reason</comment>
        <translation>%1。原因：%2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>PVC</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>存储卷</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusExport</name>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>能否恢复</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusModel</name>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>能否恢复</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusOverview</name>
    <message>
        <source>no Application</source>
        <translation>没有 Application</translation>
    </message>
    <message>
        <source>cluster</source>
        <comment>objects without a namespace</comment>
        <translation>集群级</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>kind or namespace, what it is in</comment>
        <translation>%2 中的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, the data of %L3 is lost or at risk</source>
        <comment>place, objects, count</comment>
        <translation>%1：%2，其中 %L3 个的数据丢失或面临风险</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, objects</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusTree</name>
    <message>
        <source>No Application that deploys it is seen here</source>
        <translation>此处看不到部署它的 Application</translation>
    </message>
    <message>
        <source>Objects of the whole cluster</source>
        <translation>集群级对象</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>namespace, cluster</comment>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RadiusWords</name>
    <message>
        <source>%1  (%L2)</source>
        <comment>object or group, how many objects are below it</comment>
        <translation>%1  (%L2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>effect, data fate</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Nobody can tell</source>
        <translation>无法判断</translation>
    </message>
    <message numerus="yes">
        <source>NO for %L1 of %Ln objects</source>
        <comment>of a group</comment>
        <translation>
            <numerusform>%Ln 个对象中有 %L1 个不能恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whether it can be recovered, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>answer, size of the volume</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>不能</translation>
    </message>
    <message>
        <source>git does not hold its data</source>
        <translation>git 中没有它的数据</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>也许</translation>
    </message>
    <message>
        <source>what decides is not in git</source>
        <translation>决定因素不在 git 中</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>the volume stays, to be bound again by hand</source>
        <translation>存储卷会保留，需手工重新绑定</translation>
    </message>
    <message>
        <source>Yes, and its data stays</source>
        <translation>能，且数据保留</translation>
    </message>
    <message>
        <source>Yes, from git</source>
        <translation>能，从 git 恢复</translation>
    </message>
    <message>
        <source>%L1 %2</source>
        <comment>count, effect</comment>
        <translation>%L1 %2</translation>
    </message>
    <message>
        <source>%L1 dying (%2)</source>
        <comment>count, their fates</comment>
        <translation>%L1 个消失（%2）</translation>
    </message>
    <message>
        <source>%L1 unknown</source>
        <translation>%L1 个未知</translation>
    </message>
    <message>
        <source>%L1 surviving (%2)</source>
        <comment>count, their fates</comment>
        <translation>%L1 个存活（%2）</translation>
    </message>
    <message>
        <source>%L1 changing (%2)</source>
        <comment>count, their fates</comment>
        <translation>%L1 个变化（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>addends, sum</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>size of volumes</comment>
        <translation>%1 丢失</translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <comment>size of volumes</comment>
        <translation>%1 面临风险</translation>
    </message>
    <message>
        <source>%1 retained</source>
        <comment>size of volumes</comment>
        <translation>%1 保留</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <comment>size of volumes</comment>
        <translation>%1 不受影响</translation>
    </message>
    <message>
        <source>Storage at stake: %1</source>
        <comment>sizes by fate</comment>
        <translation>受影响的存储：%1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>made by the cluster</source>
        <translation>由集群创建</translation>
    </message>
    <message numerus="yes">
        <source>%n objects below it</source>
        <translation>
            <numerusform>其下有 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Why: %2</source>
        <translation>%1。原因：%2</translation>
    </message>
    <message>
        <source>%1. Recover: %2</source>
        <translation>%1。能否恢复：%2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RecentModel</name>
    <message>
        <source>%1 and %2</source>
        <comment>two folders</comment>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4, %5, opened %6</source>
        <comment>verdict, repository, base, head, what was seen, when</comment>
        <translation>%1，%2，从 %3 到 %4，%5，打开于 %6</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开时间</translation>
    </message>
    <message>
        <source>Folder is missing</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>Repository is missing</source>
        <translation>仓库不存在</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>未分析</translation>
    </message>
    <message>
        <source>%1 of %2 seen</source>
        <comment>objects</comment>
        <translation>已查看 %1/%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>base, head</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RecentReview</name>
    <message>
        <source>%1 (%2)</source>
        <comment>revision, commit</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sample incident</source>
        <translation>示例事故</translation>
    </message>
    <message>
        <source>Two folders</source>
        <translation>两个文件夹</translation>
    </message>
    <message>
        <source>%1   %2 → %3</source>
        <comment>repository, base, head</comment>
        <translation>%1   %2 → %3</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes ago</source>
        <translation>
            <numerusform>%Ln 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours ago</source>
        <translation>
            <numerusform>%Ln 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>repository, commits</comment>
        <translation>%1   %2</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RecordWords</name>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 of %2 seen</source>
        <translation>已查看 %1/%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is seen, what changed</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed since you looked</source>
        <translation>
            <numerusform>自您上次查看后有 %Ln 个已变化</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes requested</source>
        <translation>已要求修改</translation>
    </message>
    <message>
        <source>Approved although it is blocked</source>
        <translation>虽被阻止仍已批准</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>decision, who and when</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reason for the override of %1: %2</source>
        <translation>强行通过 %1 的理由：%2</translation>
    </message>
    <message>
        <source>Base or head has moved since: this decision is about %1, not about what is shown.</source>
        <translation>base 或 head 此后已移动：此决定针对的是 %1，而不是当前显示的内容。</translation>
    </message>
    <message>
        <source>An older state of it was approved although it was blocked (%1): %2</source>
        <translation>它的较早状态虽被阻止仍被批准（%1）：%2</translation>
    </message>
    <message>
        <source>Approved although it is blocked (%1): %2</source>
        <translation>虽被阻止仍已批准（%1）：%2</translation>
    </message>
</context>
<context>
    <name>noclobber::models::ReviewModel</name>
    <message>
        <source>%1: %2, %3. %4</source>
        <comment>seen or not, object, rule or field, message or comment</comment>
        <translation>%1：%2，%3。%4</translation>
    </message>
    <message numerus="yes">
        <source>blocked objects, %Ln of them seen</source>
        <translation>
            <numerusform>个被阻止的对象，其中 %Ln 个已查看</numerusform>
        </translation>
    </message>
    <message>
        <source>changed since you looked</source>
        <translation>自您上次查看后已变化</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>评论</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows: %1</source>
        <comment>group of rows</comment>
        <translation>
            <numerusform>%Ln 行：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Rule or field</source>
        <translation>规则或字段</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>未查看</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>rule</comment>
        <translation>
            <numerusform>%1 以及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已变化</translation>
    </message>
    <message>
        <source>It is no longer what it was when you marked it as seen.</source>
        <translation>它已不是您标记为已查看时的样子。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RunbookModel</name>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>partly done</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what to do, whether it is done</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>object, whether it is done, what to do</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, title of a part</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 of %n steps done</source>
        <comment>part, count</comment>
        <translation>
            <numerusform>%1，共 %n 个步骤，已完成 %2 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
</context>
<context>
    <name>noclobber::models::RunbookText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>revision, commit</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Stop automatic sync</source>
        <translation>停止自动同步</translation>
    </message>
    <message>
        <source>See what is gone</source>
        <translation>查看哪些已经消失</translation>
    </message>
    <message>
        <source>Protect what is left</source>
        <translation>保护仍然存在的</translation>
    </message>
    <message>
        <source>Take the change back in git</source>
        <translation>在 git 中撤回变更</translation>
    </message>
    <message>
        <source>Bring the objects back, in this order</source>
        <translation>按以下顺序恢复对象</translation>
    </message>
    <message>
        <source>Turn automatic sync on again</source>
        <translation>重新开启自动同步</translation>
    </message>
    <message>
        <source>As long as something syncs by itself, it goes on deleting and overwriting: nothing below holds before this is done.</source>
        <translation>只要还有自动同步，删除和覆盖就会继续：在此之前，下面的操作都不会持久。</translation>
    </message>
    <message>
        <source>What is still there need not be brought back, and what only waits for its deletion can still be saved.</source>
        <translation>仍然存在的无需恢复，仅在等待删除的还可以挽救。</translation>
    </message>
    <message>
        <source>Data lives as long as its volume: a volume that outlives its claim can be bound again.</source>
        <translation>数据与其存储卷共存亡：比 PVC 留存更久的存储卷可以重新绑定。</translation>
    </message>
    <message>
        <source>Git must say what was there before, or the next sync does the same again.</source>
        <translation>git 必须恢复为之前的内容，否则下一次同步会重演一遍。</translation>
    </message>
    <message>
        <source>What others need comes first: namespaces and volumes before what uses them, and what holds data before what reads it.</source>
        <translation>被依赖的先恢复：命名空间和存储卷先于使用它们的对象，存放数据的先于读取数据的。</translation>
    </message>
    <message>
        <source>Only when all of it is back: a sync that comes too early empties or deletes what was just brought back.</source>
        <translation>要等全部恢复之后再做：过早的同步会清空或删除刚刚恢复的对象。</translation>
    </message>
    <message>
        <source>The change was merged as it was reviewed here, from %1 to %2, and was synced or is about to be. git, kubectl and the tool that deploys (argocd or flux) are there and may change these clusters. The lines are for a POSIX shell; words in capitals are to be filled in.</source>
        <translation>变更按此处评审的内容合并，从 %1 到 %2，并且已经同步或即将同步。git、kubectl 和部署工具（argocd 或 flux）可用，并有权修改这些集群。命令适用于 POSIX shell；大写的词需要自行填写。</translation>
    </message>
    <message>
        <source>## %1 %2</source>
        <comment>number, title of a part</comment>
        <translation>## %1 %2</translation>
    </message>
</context>
<context>
    <name>noclobber::models::Text</name>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>noclobber::models::Words</name>
    <message>
        <source>Overwritten</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Data lost</source>
        <translation>数据丢失</translation>
    </message>
    <message>
        <source>Data at risk</source>
        <translation>数据面临风险</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Prune pending</source>
        <translation>等待清理</translation>
    </message>
    <message>
        <source>Sync blocked</source>
        <translation>同步受阻</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Orphaned</source>
        <translation>脱离管理</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Shadowed</source>
        <translation>被遮蔽</translation>
    </message>
    <message>
        <source>Duplicated</source>
        <translation>重复声明</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>被接管</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Data lost: deleted, and the data cannot be recovered</source>
        <translation>数据丢失：被删除，且数据无法恢复</translation>
    </message>
    <message>
        <source>Data at risk: deleted or left, and the data may go with it</source>
        <translation>数据面临风险：被删除或遗留，数据可能随之消失</translation>
    </message>
    <message>
        <source>Deleted from the cluster</source>
        <translation>从集群中删除</translation>
    </message>
    <message>
        <source>Replaced: deleted and made anew</source>
        <translation>重建：删除后重新创建</translation>
    </message>
    <message>
        <source>Prune pending: deleted once a person agrees</source>
        <translation>等待清理（prune）：有人同意后即被删除</translation>
    </message>
    <message>
        <source>Sync blocked: the cluster refuses this</source>
        <translation>同步受阻：集群拒绝此修改</translation>
    </message>
    <message>
        <source>Unknown: a file could not be read</source>
        <translation>未知：有文件无法读取</translation>
    </message>
    <message>
        <source>Removed from git</source>
        <translation>已从 git 中移除</translation>
    </message>
    <message>
        <source>Orphaned: left running, managed by nobody</source>
        <translation>脱离管理：继续运行，但不再由任何人管理</translation>
    </message>
    <message>
        <source>Shadowed: defined, never applied</source>
        <translation>被遮蔽：有声明，但从不生效</translation>
    </message>
    <message>
        <source>Duplicated: defined more than once</source>
        <translation>重复声明：被声明了不止一次</translation>
    </message>
    <message>
        <source>Adopted: another Application manages it now</source>
        <translation>被接管：现在由另一个 Application 管理</translation>
    </message>
    <message>
        <source>Kept: a protection holds</source>
        <translation>保留：保护生效</translation>
    </message>
    <message>
        <source>Moved to another file</source>
        <translation>移动到另一个文件</translation>
    </message>
    <message>
        <source>Unchanged, with a remark</source>
        <translation>未变，但有备注</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>被清理</translation>
    </message>
    <message>
        <source>Cascade-deleted</source>
        <translation>级联删除</translation>
    </message>
    <message>
        <source>Deleted and made anew</source>
        <translation>删除后重建</translation>
    </message>
    <message>
        <source>Orphaned, left running</source>
        <translation>脱离管理，继续运行</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>data lost</source>
        <translation>数据丢失</translation>
    </message>
    <message>
        <source>data at risk</source>
        <translation>数据面临风险</translation>
    </message>
    <message>
        <source>volume retained</source>
        <translation>存储卷保留</translation>
    </message>
    <message>
        <source>data kept</source>
        <translation>数据保留</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>阻止</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>先查看</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>contested</source>
        <translation>归属有争议</translation>
    </message>
    <message>
        <source>API moved</source>
        <translation>API 版本迁移</translation>
    </message>
    <message>
        <source>immutable field changed</source>
        <translation>不可变字段被修改</translation>
    </message>
    <message>
        <source>formatting only</source>
        <translation>仅格式不同</translation>
    </message>
    <message>
        <source>a copy is gone</source>
        <translation>少了一份副本</translation>
    </message>
    <message>
        <source>hook changed</source>
        <translation>钩子被修改</translation>
    </message>
    <message>
        <source>Overwritten: another declaration replaces an existing object</source>
        <translation>已覆盖：另一个声明取代了现有对象</translation>
    </message>
</context>
<context>
    <name>noclobber::record::RecordDisk</name>
    <message>
        <source>Marks and comments are not kept: there is no folder for them. Set HOME or XDG_DATA_HOME.</source>
        <translation>标记和评论不会被保存：没有存放它们的文件夹。请设置 HOME 或 XDG_DATA_HOME。</translation>
    </message>
    <message>
        <source>Marks and comments are not kept: %1. They stay in this window until it is closed.</source>
        <comment>why</comment>
        <translation>标记和评论没有保存：%1。它们会保留在此窗口中，直到窗口关闭。</translation>
    </message>
    <message>
        <source>Not saved: %1. Nothing is lost while this window is open.</source>
        <comment>why</comment>
        <translation>未保存：%1。只要此窗口打开着，就不会丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>noclobber::record::RecordKeeper</name>
    <message numerus="yes">
        <source>mark %Ln objects as seen</source>
        <translation>
            <numerusform>将 %Ln 个对象标记为已查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take back the marks of %Ln objects</source>
        <translation>
            <numerusform>取消 %Ln 个对象的标记</numerusform>
        </translation>
    </message>
    <message>
        <source>mark %1 as seen</source>
        <translation>将 %1 标记为已查看</translation>
    </message>
    <message>
        <source>take back the mark of %1</source>
        <translation>取消 %1 的标记</translation>
    </message>
    <message>
        <source>comment on %1</source>
        <translation>评论 %1</translation>
    </message>
    <message>
        <source>edit the comment on %1</source>
        <translation>编辑对 %1 的评论</translation>
    </message>
    <message>
        <source>remove the comment on %1</source>
        <translation>移除对 %1 的评论</translation>
    </message>
    <message>
        <source>withdraw the decision</source>
        <translation>撤回决定</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>request changes</source>
        <translation>要求修改</translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln steps as done</source>
        <translation>
            <numerusform>将 %Ln 个步骤标记为已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln steps as not done</source>
        <translation>
            <numerusform>将 %Ln 个步骤标记为未完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::runner::ReviewRunner</name>
    <message>
        <source>The review was stopped before it was done.</source>
        <translation>评审在完成之前被停止。</translation>
    </message>
</context>
<context>
    <name>noclobber::runner::SavedFile</name>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>there is a folder of this name</source>
        <translation>已有同名文件夹</translation>
    </message>
    <message>
        <source>there is a device or a pipe of this name, which is not written to</source>
        <translation>已有同名的设备或管道，不会写入其中</translation>
    </message>
</context>
<context>
    <name>noclobber::views::AppearancePage</name>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source> pt</source>
        <comment>size of letters in points</comment>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Text size of the window</source>
        <translation>窗口文字的大小</translation>
    </message>
    <message>
        <source>Text size of code</source>
        <translation>代码文字的大小</translation>
    </message>
    <message>
        <source>Use the system&apos;s sizes</source>
        <translation>使用系统默认大小</translation>
    </message>
    <message>
        <source>Use the system&apos;s text sizes</source>
        <translation>使用系统默认的文字大小</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>更换语言在重新启动程序后生效。</translation>
    </message>
    <message>
        <source>&amp;Window text:</source>
        <translation>窗口文字(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Code text:</source>
        <translation>代码文字(&amp;C)：</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ArrangementMenu</name>
    <message>
        <source>&amp;Group and sort the changes</source>
        <translation>对变更分组和排序(&amp;G)</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>严重程度(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Application</source>
        <translation>Application(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Cluster and namespace</source>
        <translation>集群与命名空间(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>In a group, first</source>
        <translation>组内排在最前</translation>
    </message>
    <message>
        <source>What loses most &amp;data</source>
        <translation>丢失数据最多的(&amp;D)</translation>
    </message>
    <message>
        <source>What &amp;reaches most objects</source>
        <translation>影响对象最多的(&amp;R)</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>按名称(&amp;N)</translation>
    </message>
</context>
<context>
    <name>noclobber::views::BranchWatch</name>
    <message>
        <source>the folder is not there any more</source>
        <translation>文件夹已不存在</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ChainLabel</name>
    <message>
        <source>Why this happens</source>
        <translation>为何会发生</translation>
    </message>
    <message>
        <source>%1  %2%3</source>
        <comment>number in the chain of reasons, object, reason with a colon or blank before it</comment>
        <translation>%1  %2%3</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ChangesSection</name>
    <message>
        <source>Changed and affected objects</source>
        <translation>变更和受影响的对象</translation>
    </message>
    <message>
        <source>Filter ( / ): a name, kind:Secret, state:pruned, -is:seen</source>
        <translation>筛选（/）：名称、kind:Secret、state:pruned、-is:seen</translation>
    </message>
    <message>
        <source>Grouped by: %1</source>
        <translation>分组方式：%1</translation>
    </message>
    <message>
        <source>No object differs between the two commits.</source>
        <translation>两个提交之间没有对象不同。</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln objects.</source>
        <translation>
            <numerusform>筛选隐藏了全部 %Ln 个对象。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No object differs; %Ln files changed only in comments, order or quoting.</source>
        <translation>
            <numerusform>没有对象不同；%Ln 个文件只有注释、顺序或引号的变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the changes are grouped and sorted by</source>
        <translation>变更的分组与排序方式</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ChooserPage</name>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>What is there now: the branch the change goes into.</source>
        <translation>现有内容：变更要合入的分支。</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>The change: what would be merged.</source>
        <translation>变更：将要合并的内容。</translation>
    </message>
    <message>
        <source>Review this change</source>
        <translation>评审此变更</translation>
    </message>
    <message>
        <source>What merging head into base would change</source>
        <translation>把 head 合并到 base 会带来的变化</translation>
    </message>
    <message>
        <source>The two commits as they are (base..head)</source>
        <translation>两个提交的原样（base..head）</translation>
    </message>
    <message>
        <source>Their merge base against head (base...head)</source>
        <translation>两者的合并基与 head（base...head）</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>返回起始页</translation>
    </message>
    <message>
        <source>Which change of %1?</source>
        <translation>%1 的哪个变更？</translation>
    </message>
    <message>
        <source>S&amp;wap base and head</source>
        <translation>交换 base 与 head(&amp;W)</translation>
    </message>
    <message>
        <source>Swap base and head</source>
        <translation>交换 base 与 head</translation>
    </message>
    <message>
        <source>&amp;Compare:</source>
        <translation>比较(&amp;C)：</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史…</translation>
    </message>
    <message numerus="yes">
        <source>There are older commits than the newest %Ln; type the id of one.</source>
        <translation>
            <numerusform>除最新的 %Ln 个之外还有更早的提交；可输入其 ID。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading older commits…</source>
        <translation>正在读取更早的提交…</translation>
    </message>
</context>
<context>
    <name>noclobber::views::CommentEditor</name>
    <message>
        <source>Save comment</source>
        <translation>保存评论</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove comment</source>
        <translation>移除评论</translation>
    </message>
    <message>
        <source>What the comment is about</source>
        <translation>评论针对什么</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc leaves</source>
        <translation>Ctrl+Enter 保存，Esc 离开</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>the whole object</source>
        <translation>整个对象</translation>
    </message>
    <message>
        <source>Comment on %1:</source>
        <translation>评论 %1：</translation>
    </message>
    <message>
        <source>Edit the comment on %1</source>
        <translation>编辑对 %1 的评论</translation>
    </message>
    <message>
        <source>Edit the comment on %1, field %2</source>
        <translation>编辑对 %1 字段 %2 的评论</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Discard what is written</source>
        <translation>丢弃已写的内容</translation>
    </message>
</context>
<context>
    <name>noclobber::views::CommitPicker</name>
    <message>
        <source>Branches, tags and commits for %1</source>
        <translation>供 %1 选择的分支、标签与提交</translation>
    </message>
    <message>
        <source>Search, or type any revision</source>
        <translation>搜索，或输入任意修订版本</translation>
    </message>
    <message>
        <source>Search branches, tags and commits for %1</source>
        <translation>为 %1 搜索分支、标签与提交</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>base or head, revision</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>noclobber::views::DecisionDialog</name>
    <message>
        <source>Re&amp;quest changes</source>
        <translation>要求修改(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>批准(&amp;A)</translation>
    </message>
    <message>
        <source>Decide on %1</source>
        <translation>对 %1 作出决定</translation>
    </message>
    <message>
        <source>The text of the review. It stays on this computer, nothing is sent to any host: copy or export it.</source>
        <translation>评审文本。它只留在本机，不会发送到任何主机：请复制或导出。</translation>
    </message>
    <message>
        <source>Summary, may stay empty</source>
        <translation>摘要，可以留空</translation>
    </message>
    <message>
        <source>Seen: %1 of %2 that need a look, %3 of %4 in all.</source>
        <translation>已查看：需查看的 %2 个中的 %1 个，全部 %4 个中的 %3 个。</translation>
    </message>
    <message>
        <source>This change is blocked. To approve it all the same, type %1 and say why.</source>
        <translation>此变更被阻止。若仍要批准，请输入 %1 并说明理由。</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>请输入 %1</translation>
    </message>
    <message>
        <source>Name to confirm: type %1</source>
        <translation>用于确认的名称：请输入 %1</translation>
    </message>
    <message>
        <source>Reason, printed in every export</source>
        <translation>理由，会写入每份导出</translation>
    </message>
    <message>
        <source>Reason for approving a blocked change, printed in every export</source>
        <translation>批准被阻止的变更的理由，会写入每份导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Asking git whether base and head are still what is shown…</source>
        <translation>正在向 git 确认 base 与 head 是否仍与显示的一致…</translation>
    </message>
    <message>
        <source>Git cannot say where base and head are, so nothing can be recorded: %1</source>
        <translation>git 无法说明 base 与 head 的位置，因此无法记录：%1</translation>
    </message>
    <message>
        <source>%1 has moved to %2 since this review: reload before you decide.</source>
        <translation>%1 在此次评审后已移动到 %2：请先重新加载再作决定。</translation>
    </message>
    <message>
        <source>%1 is still %2, checked at %3.</source>
        <translation>%1 仍为 %2，检查于 %3。</translation>
    </message>
    <message>
        <source>Record the approval</source>
        <translation>记录批准</translation>
    </message>
    <message>
        <source>Record the request</source>
        <translation>记录修改要求</translation>
    </message>
</context>
<context>
    <name>noclobber::views::DiffControls</name>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Unified</source>
        <translation>合并视图</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>The lines of the files as they are (R)</source>
        <translation>文件中的原始行（R）</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Mark the words that differ (W)</source>
        <translation>标出不同的词（W）</translation>
    </message>
    <message>
        <source>Show what rules call noise (H)</source>
        <translation>显示规则视为噪声的内容（H）</translation>
    </message>
    <message>
        <source>Fewer unchanged lines around a change (-)</source>
        <translation>变化周围显示更少的未变行（-）</translation>
    </message>
    <message>
        <source>More unchanged lines around a change (+)</source>
        <translation>变化周围显示更多的未变行（+）</translation>
    </message>
    <message>
        <source>Context %1</source>
        <comment>unchanged lines around a change</comment>
        <translation>上下文 %1</translation>
    </message>
    <message numerus="yes">
        <source>Noise: %n field(s) shown</source>
        <translation>
            <numerusform>噪声：显示 %n 个字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noise: %n field(s) hidden</source>
        <translation>
            <numerusform>噪声：隐藏 %n 个字段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::DiffLines</name>
    <message>
        <source>[show]</source>
        <comment>what a folded line stands for</comment>
        <translation>[显示]</translation>
    </message>
    <message>
        <source>[show all]</source>
        <comment>every unchanged line</comment>
        <translation>[全部显示]</translation>
    </message>
    <message>
        <source>noise: %1</source>
        <comment>name of the rule</comment>
        <translation>噪声：%1</translation>
    </message>
</context>
<context>
    <name>noclobber::views::DiffView</name>
    <message>
        <source>Text in base</source>
        <translation>base 中的文本</translation>
    </message>
    <message>
        <source>Text in head</source>
        <translation>head 中的文本</translation>
    </message>
    <message>
        <source>Its text is the same in base and head.</source>
        <translation>它在 base 与 head 中的文本相同。</translation>
    </message>
    <message>
        <source>No file declares it: the cluster makes it from another object.</source>
        <translation>没有文件声明它：它由集群根据另一个对象创建。</translation>
    </message>
    <message>
        <source>Text of the object</source>
        <translation>对象的文本</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <comment>heading of base, heading of head</comment>
        <translation>%1  →  %2</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ErrorPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>noclobber %1
Repository: %2
%3
Where: %4</source>
        <translation>noclobber %1
仓库：%2
%3
位置：%4</translation>
    </message>
    <message>
        <source>Choose base and head again.</source>
        <translation>请重新选择 base 与 head。</translation>
    </message>
    <message>
        <source>Check with git that this repository is whole and that you may read it.</source>
        <translation>请用 git 检查此仓库是否完整，以及您是否有权读取。</translation>
    </message>
    <message>
        <source>Check the folder and the names of both commits; fetch what is not here yet.</source>
        <translation>请检查文件夹和两个提交的名称；并 fetch 本地还没有的内容。</translation>
    </message>
    <message>
        <source>Mend the file named above and try again.</source>
        <translation>请修复上面指出的文件后重试。</translation>
    </message>
    <message>
        <source>Mend .noclobber.yaml in the base commit and try again.</source>
        <translation>请修复 base 提交中的 .noclobber.yaml 后重试。</translation>
    </message>
    <message>
        <source>Check that the file can be read or written and that there is room for it.</source>
        <translation>请检查文件是否可以读写，以及空间是否足够。</translation>
    </message>
    <message>
        <source>Cannot tell (stopped)</source>
        <translation>无法判断（已停止）</translation>
    </message>
    <message>
        <source>Cannot tell: this change was not reviewed</source>
        <translation>无法判断：此变更未经评审</translation>
    </message>
    <message>
        <source>Found before it was stopped</source>
        <translation>停止之前已发现</translation>
    </message>
    <message>
        <source>Found before it failed</source>
        <translation>失败之前已发现</translation>
    </message>
    <message>
        <source>Nothing is known about this change.</source>
        <translation>对此变更一无所知。</translation>
    </message>
    <message>
        <source>This is not all: it says nothing about the rest of the change, and nothing here means that it is safe.</source>
        <translation>这并非全部：它没有说明变更的其余部分，此处的任何内容都不表示它是安全的。</translation>
    </message>
    <message>
        <source>What still counts</source>
        <translation>仍然可信的内容</translation>
    </message>
    <message>
        <source>%1 The review that was shown before is whole; Back returns to it.</source>
        <comment>another sentence</comment>
        <translation>%1 之前显示的评审是完整的；点“返回”可以回到它。</translation>
    </message>
    <message>
        <source>Try again when you like.</source>
        <translation>您可以随时重试。</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ExportDialog</name>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>导出评审</translation>
    </message>
    <message>
        <source>Values of Secrets are masked, always</source>
        <translation>Secret 的值始终被掩盖</translation>
    </message>
    <message>
        <source>With marks, comments, the decision and, if there is one, the override.</source>
        <translation>包含标记、评论、决定以及强行通过的记录（如有）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Size: being measured…</source>
        <translation>大小：正在计算…</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>大小：%1</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>未导出：%1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>The export was copied</source>
        <translation>导出内容已复制</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Objects that are listed</source>
        <translation>列出的对象</translation>
    </message>
    <message>
        <source>The verdict, the findings and all counts are always those of the whole review.</source>
        <translation>结论、发现和所有数量始终属于整个评审。</translation>
    </message>
</context>
<context>
    <name>noclobber::views::FoldersPage</name>
    <message>
        <source>Compare these folders</source>
        <translation>比较这两个文件夹</translation>
    </message>
    <message>
        <source>Compare two folders</source>
        <translation>比较两个文件夹</translation>
    </message>
    <message>
        <source>Both are compared as they are, without git. Nothing is written into them.</source>
        <translation>两者按原样比较，不使用 git。不会向其中写入任何内容。</translation>
    </message>
    <message>
        <source>Base folder</source>
        <translation>Base 文件夹</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>Head folder</source>
        <translation>Head 文件夹</translation>
    </message>
    <message>
        <source>What would take its place</source>
        <translation>将取而代之的内容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>交换(&amp;W)</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>返回起始页</translation>
    </message>
    <message>
        <source>Swap the folders</source>
        <translation>交换两个文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <comment>base folder or head folder</comment>
        <translation>浏览：%1</translation>
    </message>
</context>
<context>
    <name>noclobber::views::GuardRailsSection</name>
    <message>
        <source>Guard rails</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Counting what each commit breaks by itself…</source>
        <translation>正在统计每个提交自身违反的规则…</translation>
    </message>
    <message>
        <source>Copy how to mend it</source>
        <translation>复制修复方法</translation>
    </message>
    <message>
        <source>Show the object</source>
        <translation>显示对象</translation>
    </message>
    <message>
        <source>Show the object of this finding in the change list</source>
        <translation>在变更列表中显示此发现的对象</translation>
    </message>
    <message>
        <source>The chosen rule or finding</source>
        <translation>所选的规则或发现</translation>
    </message>
    <message>
        <source>What each commit breaks by itself could not be counted.</source>
        <translation>无法统计每个提交自身违反的规则。</translation>
    </message>
    <message>
        <source>No rule has anything to say about this change.</source>
        <translation>没有规则对此变更有发现。</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>如何修复</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>What happened to others</source>
        <translation>别人遇到过的事故</translation>
    </message>
    <message>
        <source>How to keep it</source>
        <translation>如何遵守</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>noclobber::views::IndexPage</name>
    <message>
        <source>Empty the index</source>
        <translation>清空索引</translation>
    </message>
    <message>
        <source>What was read of manifests is kept, so that the next review of the same repository takes less time. No answer depends on it.</source>
        <translation>读取过的清单内容会被保留，使同一仓库的下一次评审更快。任何结论都不依赖它。</translation>
    </message>
    <message>
        <source>Nothing is kept here: this user has no cache folder.</source>
        <translation>此处不保留任何内容：该用户没有缓存文件夹。</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <comment>of files</comment>
        <translation>大小：%1</translation>
    </message>
</context>
<context>
    <name>noclobber::views::KeysPage</name>
    <message>
        <source>&amp;Bind</source>
        <translation>绑定(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>无按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Own key</source>
        <translation>默认按键(&amp;O)</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>重置全部按键</translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt, such as j, / and 1</source>
        <translation>不带 Ctrl 或 Alt 的按键，例如 j、/ 和 1</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>搜索操作或按键</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Bind the new key to the action</source>
        <translation>将新按键绑定到该操作</translation>
    </message>
    <message>
        <source>Leave the action without a key</source>
        <translation>让该操作没有按键</translation>
    </message>
    <message>
        <source>Give the action its own key again</source>
        <translation>恢复该操作的默认按键</translation>
    </message>
    <message>
        <source>Give all actions their own keys again</source>
        <translation>恢复全部操作的默认按键</translation>
    </message>
    <message>
        <source>N&amp;ew key:</source>
        <translation>新按键(&amp;E)：</translation>
    </message>
    <message>
        <source>%1 is the key of &quot;%2&quot;. Binding it here takes it away from there.</source>
        <comment>key, action</comment>
        <translation>%1 是“%2”的按键。绑定到此处后，原操作将不再使用它。</translation>
    </message>
    <message>
        <source>%1 (taken by &quot;%2&quot;)</source>
        <comment>key, action</comment>
        <translation>%1（已被“%2”占用）</translation>
    </message>
    <message>
        <source>%1 was taken away from: %2</source>
        <comment>key, actions</comment>
        <translation>已把 %1 从以下操作取走：%2</translation>
    </message>
</context>
<context>
    <name>noclobber::views::MainWindow</name>
    <message>
        <source>noclobber</source>
        <translation>noclobber</translation>
    </message>
    <message>
        <source>noclobber: reviewing…</source>
        <translation>noclobber：正在评审…</translation>
    </message>
    <message>
        <source>Reviewing a change of %1</source>
        <translation>正在评审 %1 的变更</translation>
    </message>
    <message>
        <source>%1: %2 - noclobber</source>
        <comment>verdict, what was compared</comment>
        <translation>%1：%2 - noclobber</translation>
    </message>
    <message>
        <source>as merged</source>
        <translation>合并后的结果</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样比较</translation>
    </message>
    <message>
        <source>from the merge base</source>
        <translation>从合并基开始</translation>
    </message>
    <message>
        <source>Not reviewed - noclobber</source>
        <translation>未评审 - noclobber</translation>
    </message>
    <message>
        <source>Open a repository</source>
        <translation>打开仓库</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>评审(&amp;R)</translation>
    </message>
    <message>
        <source>O&amp;bject</source>
        <translation>对象(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open a repository…</source>
        <translation>打开仓库(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample incident</source>
        <translation>打开示例事故(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Choose commits…</source>
        <translation>选择提交(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新加载(&amp;R)</translation>
    </message>
    <message>
        <source>Close this re&amp;view</source>
        <translation>关闭此评审(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About noclobber</source>
        <translation>关于 noclobber(&amp;A)</translation>
    </message>
    <message>
        <source>About noclobber</source>
        <translation>关于 noclobber</translation>
    </message>
    <message>
        <source>noclobber %1
Says what a change of rendered Kubernetes manifests overwrites and deletes, before it is merged.</source>
        <translation>noclobber %1
在合并之前说明：一次已渲染 Kubernetes 清单的变更会覆盖和删除什么。</translation>
    </message>
    <message>
        <source>the sample incident</source>
        <translation>示例事故</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two folders</comment>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>Reviewing the sample incident</source>
        <translation>正在评审示例事故</translation>
    </message>
    <message>
        <source>Comparing the folders %1</source>
        <comment>two folders</comment>
        <translation>正在比较文件夹 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was compared, how</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Find an action or an object…</source>
        <translation>查找操作或对象…</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>Compare two &amp;folders…</source>
        <translation>比较两个文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>%1 has moved: %2 → %3</source>
        <comment>branch, commit, commit</comment>
        <translation>%1 已移动：%2 → %3</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>偏好设置(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>What was reviewed cannot be read again, what is shown was read before: %1</source>
        <comment>why</comment>
        <translation>无法重新读取所评审的内容，当前显示的是之前读取的：%1</translation>
    </message>
    <message>
        <source>The folder %1 has changed since it was read.</source>
        <translation>文件夹 %1 在读取之后已有变化。</translation>
    </message>
    <message>
        <source>There is no review to export.</source>
        <translation>没有可导出的评审。</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ObjectActions</name>
    <message>
        <source>&amp;Unified text</source>
        <translation>合并视图(&amp;U)</translation>
    </message>
    <message>
        <source>F&amp;ields</source>
        <translation>字段(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Raw text</source>
        <translation>原文(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Word marks</source>
        <translation>词级标记(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Every unchanged line, or only some</source>
        <translation>显示全部或部分未变行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;More unchanged lines</source>
        <translation>更多未变行(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Fewer unchanged lines</source>
        <translation>更少未变行(&amp;F)</translation>
    </message>
    <message>
        <source>Next &amp;change in the text</source>
        <translation>文本中的下一处变化(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Previous change in the text</source>
        <translation>文本中的上一处变化(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find in the text</source>
        <translation>在文本中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Cop&amp;y identity</source>
        <translation>复制对象标识(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy as Mark&amp;down</source>
        <translation>复制为 Markdown(&amp;D)</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ObjectPane</name>
    <message>
        <source>Fields that differ</source>
        <translation>不同的字段</translation>
    </message>
    <message>
        <source>Choose an object on the left.</source>
        <translation>请在左侧选择一个对象。</translation>
    </message>
    <message>
        <source>Its text cannot be read: %1</source>
        <translation>无法读取它的文本：%1</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>base or head, revision</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2  %3</source>
        <comment>base or head, revision, path and line</comment>
        <translation>%1 %2  %3</translation>
    </message>
    <message>
        <source>Its lines in the file hold other objects too, so this is the text as it is read.</source>
        <translation>它在文件中的行还包含其他对象，因此这里显示的是读取后的文本。</translation>
    </message>
    <message>
        <source>Its text has %1. &lt;a href=&quot;#raw&quot;&gt;Show the raw text&lt;/a&gt;</source>
        <translation>它的文本大小为 %1。&lt;a href=&quot;#raw&quot;&gt;显示原文&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Only fields differ that rules call noise; they are hidden.</source>
        <translation>只有规则视为噪声的字段不同；它们已被隐藏。</translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation>没有字段不同。</translation>
    </message>
    <message>
        <source>Only one of the two commits declares it, so there are no fields to compare; see its text.</source>
        <translation>两个提交中只有一个声明了它，因此没有可比较的字段；请看其文本。</translation>
    </message>
</context>
<context>
    <name>noclobber::views::OverwriteCardView</name>
    <message>
        <source>Who wins, and why</source>
        <translation>谁胜出，为什么</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, title</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变更后</translation>
    </message>
    <message numerus="yes">
        <source>and %n more fields</source>
        <translation>
            <numerusform>以及另外 %n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>Show its blast radius</source>
        <translation>显示其影响范围</translation>
    </message>
    <message>
        <source>Show both texts</source>
        <translation>显示两份文本</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>certainty, reason</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Looks like a slip</source>
        <translation>看起来像是笔误</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>随后</translation>
    </message>
    <message>
        <source>API moved</source>
        <translation>API 版本迁移</translation>
    </message>
    <message>
        <source>Copy the patch that renames it</source>
        <translation>复制重命名它的补丁</translation>
    </message>
    <message>
        <source>Copy what to rename</source>
        <translation>复制需要重命名的内容</translation>
    </message>
    <message>
        <source>Mark intended…</source>
        <translation>标记为有意为之…</translation>
    </message>
    <message>
        <source>Patch that renames it</source>
        <translation>重命名它的补丁</translation>
    </message>
    <message>
        <source>If this is intended</source>
        <translation>如果这是有意为之</translation>
    </message>
    <message>
        <source>Accepted exception for .noclobber.yaml</source>
        <translation>供 .noclobber.yaml 使用的豁免</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n declarations</source>
        <comment>object</comment>
        <translation>
            <numerusform>%1：%n 个声明</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>object and its declarations, cluster</comment>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>noclobber::views::OverwritesSection</name>
    <message>
        <source>Definitions of the chosen object</source>
        <translation>所选对象的声明</translation>
    </message>
    <message>
        <source>Objects with more than one declaration</source>
        <translation>有多个声明的对象</translation>
    </message>
    <message>
        <source>Every object has one declaration, and none replaces another.</source>
        <translation>每个对象都只有一个声明，没有互相取代。</translation>
    </message>
</context>
<context>
    <name>noclobber::views::Palette</name>
    <message>
        <source>Actions and objects found</source>
        <translation>找到的操作和对象</translation>
    </message>
    <message>
        <source>What to do, or the name of an object</source>
        <translation>要做什么，或对象的名称</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more objects match: type more of the name.</source>
        <translation>
            <numerusform>还有 %Ln 个对象匹配：请输入更多名称。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has this name. Type less of it, or another name.</source>
        <translation>没有这样的名称。请少输入几个字，或换一个名称。</translation>
    </message>
</context>
<context>
    <name>noclobber::views::PatchOffer</name>
    <message>
        <source>Copy patch</source>
        <translation>复制补丁</translation>
    </message>
    <message>
        <source>Save patch…</source>
        <translation>保存补丁…</translation>
    </message>
    <message>
        <source>A patch for git apply that adds what is missing</source>
        <translation>供 git apply 使用、补上缺失内容的补丁</translation>
    </message>
    <message>
        <source>noclobber can add what is missing. The patch is for git apply, on the merged files.</source>
        <translation>noclobber 可以补上缺失的内容。补丁供 git apply 使用，针对合并后的文件。</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The patch mends %n objects, in files: %1.</source>
        <translation>
            <numerusform>已复制。补丁修复 %n 个对象，涉及文件：%1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the patch</source>
        <translation>保存补丁</translation>
    </message>
    <message>
        <source>Patches (*.patch *.diff)</source>
        <translation>补丁 (*.patch *.diff)</translation>
    </message>
    <message>
        <source>The patch cannot be saved: %1</source>
        <translation>无法保存补丁：%1</translation>
    </message>
    <message numerus="yes">
        <source>Saved to %1. The patch mends %n objects.</source>
        <translation>
            <numerusform>已保存到 %1。补丁修复 %n 个对象。</numerusform>
        </translation>
    </message>
    <message>
        <source>The patch cannot be written: %1</source>
        <translation>无法生成补丁：%1</translation>
    </message>
    <message>
        <source>Nothing can be added safely.</source>
        <translation>没有可以安全补上的内容。</translation>
    </message>
    <message>
        <source>Not in it: %1. %2</source>
        <comment>object, reason</comment>
        <translation>未包含：%1。%2</translation>
    </message>
    <message numerus="yes">
        <source>And %n more are not in it.</source>
        <translation>
            <numerusform>另有 %n 个未包含。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Groups of preferences</source>
        <translation>偏好设置分组</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Index</source>
        <translation>索引(&amp;I)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ProgressPage</name>
    <message>
        <source>%1 in %2</source>
        <comment>object, cluster</comment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many objects, what happened to them</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no object differs</source>
        <translation>没有对象不同</translation>
    </message>
    <message>
        <source>nothing would be deleted</source>
        <translation>不会删除任何对象</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects would be deleted (%1 with state)</source>
        <translation>
            <numerusform>将删除 %Ln 个对象（其中 %1 个有状态）</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the current phase</source>
        <translation>当前阶段的进度</translation>
    </message>
    <message>
        <source>Stop this review</source>
        <translation>停止此次评审</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Open the repository and merge in memory</source>
        <translation>打开仓库并在内存中合并</translation>
    </message>
    <message>
        <source>Read the manifests</source>
        <translation>读取清单</translation>
    </message>
    <message>
        <source>Match the objects of both commits</source>
        <translation>匹配两个提交的对象</translation>
    </message>
    <message>
        <source>Follow the consequences</source>
        <translation>追踪后果</translation>
    </message>
    <message>
        <source>Judge by the rules</source>
        <translation>按规则评判</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>phase, result</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>what happened, object</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what differs, what would be deleted</comment>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>noclobber::views::RadiusSection</name>
    <message>
        <source>Save the list</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;Markdown (*.md)</source>
        <translation>逗号分隔值 (*.csv);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>The list cannot be written to %1: %2</source>
        <translation>无法将列表写入 %1：%2</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Overview by Application, namespace and kind</source>
        <translation>按 Application、命名空间和类型概览</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Path to the chosen object</source>
        <translation>到所选对象的路径</translation>
    </message>
    <message>
        <source>Show all objects of this part again</source>
        <translation>再次显示此部分的全部对象</translation>
    </message>
    <message>
        <source>Group b&amp;y</source>
        <translation>分组方式(&amp;Y)</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>Group the blast radius by</source>
        <translation>影响范围的分组方式</translation>
    </message>
    <message>
        <source>What dies: %1</source>
        <translation>消失的：%1</translation>
    </message>
    <message>
        <source>%1, unknown: %L2</source>
        <comment>what dies, count</comment>
        <translation>%1，未知：%L2</translation>
    </message>
    <message>
        <source>What survives and why: %1</source>
        <translation>存活的及原因：%1</translation>
    </message>
    <message>
        <source>Everything: %1</source>
        <translation>全部：%1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>how the fates add up, storage</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Only %1. %2</source>
        <comment>what is shown, how much is hidden</comment>
        <translation>仅 %1。%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects are hidden.</source>
        <translation>
            <numerusform>隐藏了 %Ln 个对象。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be deleted.</source>
        <translation>不会删除任何对象。</translation>
    </message>
    <message>
        <source>Nothing is left behind, kept or taken over.</source>
        <translation>没有对象被遗留、保留或接管。</translation>
    </message>
    <message>
        <source>The change reaches no object of a cluster.</source>
        <translation>此变更不影响集群中的任何对象。</translation>
    </message>
    <message>
        <source>Writing the list…</source>
        <translation>正在写出列表…</translation>
    </message>
    <message numerus="yes">
        <source>The list was copied: %Ln objects</source>
        <translation>
            <numerusform>列表已复制：%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>The list was saved to %1</source>
        <translation>列表已保存到 %1</translation>
    </message>
</context>
<context>
    <name>noclobber::views::RecordBar</name>
    <message>
        <source>analysed %1 s</source>
        <translation>分析用时 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comments</source>
        <translation>
            <numerusform>%Ln 条评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked objects to look at</source>
        <translation>
            <numerusform>还有 %Ln 个被阻止的对象待查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Try to save again</source>
        <translation>再次尝试保存</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaved comments</source>
        <translation>
            <numerusform>%Ln 条未保存的评论</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::ReviewPage</name>
    <message>
        <source>&amp;Path of this object</source>
        <translation>此对象的路径(&amp;P)</translation>
    </message>
    <message>
        <source>Path of the object</source>
        <translation>对象的路径</translation>
    </message>
    <message>
        <source>Copy the blast radius as &amp;CSV</source>
        <translation>将影响范围复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the blast radius as &amp;Markdown</source>
        <translation>将影响范围复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save the blast radius…</source>
        <translation>保存影响范围(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <comment>what was done</comment>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <comment>what was taken back</comment>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>变更(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Overwrites</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Blast radius</source>
        <translation>影响范围(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Guard rails</source>
        <translation>护栏(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Runbook</source>
        <translation>恢复手册(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Fi&amp;lter the changes</source>
        <translation>筛选变更(&amp;L)</translation>
    </message>
    <message>
        <source>Next ro&amp;w</source>
        <translation>下一行(&amp;W)</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>下一部分(&amp;S)</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>下一窗格(&amp;A)</translation>
    </message>
    <message>
        <source>Previo&amp;us pane</source>
        <translation>上一窗格(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Overwrite of this object</source>
        <translation>此对象的覆盖情况(&amp;O)</translation>
    </message>
    <message>
        <source>Blast &amp;radius of this object</source>
        <translation>此对象的影响范围(&amp;R)</translation>
    </message>
    <message>
        <source>Next f&amp;inding</source>
        <translation>下一个发现(&amp;I)</translation>
    </message>
    <message>
        <source>Previous fin&amp;ding</source>
        <translation>上一个发现(&amp;D)</translation>
    </message>
    <message>
        <source>Copy how to &amp;mend the finding</source>
        <translation>复制此发现的修复方法(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the &amp;patch for the finding</source>
        <translation>复制此发现的补丁(&amp;P)</translation>
    </message>
    <message>
        <source>Save the patch for the finding…</source>
        <translation>保存此发现的补丁…</translation>
    </message>
    <message>
        <source>Mark the &amp;step as done, or not done</source>
        <translation>将步骤标记为已完成或未完成(&amp;S)</translation>
    </message>
    <message>
        <source>Copy the step of the &amp;runbook</source>
        <translation>复制恢复手册的此步骤(&amp;R)</translation>
    </message>
    <message>
        <source>Copy the &amp;whole runbook</source>
        <translation>复制整份恢复手册(&amp;W)</translation>
    </message>
    <message>
        <source>1 Changes</source>
        <translation>1 变更</translation>
    </message>
    <message>
        <source>2 Overwrites</source>
        <translation>2 覆盖</translation>
    </message>
    <message>
        <source>3 Blast radius</source>
        <translation>3 影响范围</translation>
    </message>
    <message>
        <source>4 Guard rails</source>
        <translation>4 护栏</translation>
    </message>
    <message>
        <source>5 Runbook</source>
        <translation>5 恢复手册</translation>
    </message>
    <message>
        <source>Mark as &amp;seen, go to the next risk</source>
        <translation>标记为已查看，转到下一个风险(&amp;S)</translation>
    </message>
    <message>
        <source>Mark as &amp;not seen</source>
        <translation>标记为未查看(&amp;N)</translation>
    </message>
    <message>
        <source>Mark &amp;all shown as seen</source>
        <translation>将显示的全部标记为已查看(&amp;A)</translation>
    </message>
    <message>
        <source>Mark the overwrite as &amp;intended…</source>
        <translation>将此覆盖标记为有意为之(&amp;I)…</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>评审(&amp;V)</translation>
    </message>
    <message>
        <source>6 Review</source>
        <translation>6 评审</translation>
    </message>
    <message>
        <source>&amp;Comment…</source>
        <translation>评论(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Save the comment</source>
        <translation>保存评论(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>批准(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Request changes…</source>
        <translation>要求修改(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>作出决定(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the decision</source>
        <translation>撤回决定(&amp;W)</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Leave and lose them</source>
        <translation>离开并放弃</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Go on with the &amp;unsaved comment</source>
        <translation>继续写未保存的评论(&amp;U)</translation>
    </message>
    <message>
        <source>Copy how to re&amp;name the overwriting declaration</source>
        <translation>复制如何重命名造成覆盖的声明(&amp;N)</translation>
    </message>
    <message>
        <source>Marks and comments of this review are not on disk. If you leave it now, they are lost.</source>
        <translation>此次评审的标记和评论尚未写入磁盘。现在离开就会丢失它们。</translation>
    </message>
    <message>
        <source>W&amp;hy the verdict is so</source>
        <translation>为何得出此结论(&amp;H)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ReviewSection</name>
    <message>
        <source>What is left to look at, and comments</source>
        <translation>尚待查看的内容与评论</translation>
    </message>
    <message>
        <source>Show the object</source>
        <translation>显示对象</translation>
    </message>
    <message>
        <source>Edit comment</source>
        <translation>编辑评论</translation>
    </message>
    <message>
        <source>Remove comment</source>
        <translation>移除评论</translation>
    </message>
    <message>
        <source>Nothing blocks, nothing changed since you looked, and no comment is written. Press C at an object to write one.</source>
        <translation>没有阻止项，自您查看后没有变化，也没有评论。在对象上按 C 可以写评论。</translation>
    </message>
    <message>
        <source>Text of the review</source>
        <translation>评审文本</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>%1 of %2 that need a look are seen</source>
        <translation>需查看的 %2 个中已查看 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 objects are seen</source>
        <translation>%2 个对象中已查看 %1 个</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>尚无。</translation>
    </message>
    <message>
        <source>%1, field %2</source>
        <comment>object, field</comment>
        <translation>%1，字段 %2</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ReviewText</name>
    <message>
        <source>Text of the review, as it is copied or saved</source>
        <translation>评审文本，与复制或保存的内容一致</translation>
    </message>
</context>
<context>
    <name>noclobber::views::RowDelegate</name>
    <message>
        <source>%1  %2</source>
        <comment>group of rows, count</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>noclobber::views::RulesPage</name>
    <message>
        <source>Rules belong to a repository. Open a review to see which ones it has.</source>
        <translation>规则属于仓库。打开一个评审即可查看它有哪些规则。</translation>
    </message>
    <message>
        <source>What the configuration sets</source>
        <translation>配置所设定的内容</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>To change it, edit .noclobber.yaml at the repository&apos;s root and merge it into base.</source>
        <translation>若要修改，请编辑仓库根目录下的 .noclobber.yaml 并合并到 base。</translation>
    </message>
</context>
<context>
    <name>noclobber::views::RunbookSection</name>
    <message>
        <source>Steps to take if this was merged by mistake</source>
        <translation>误合并后应采取的步骤</translation>
    </message>
    <message>
        <source>Made from this change. noclobber never runs any of it.</source>
        <translation>根据本次变更生成。noclobber 从不运行其中任何命令。</translation>
    </message>
    <message>
        <source>The chosen step</source>
        <translation>所选步骤</translation>
    </message>
    <message>
        <source>Copy this step</source>
        <translation>复制此步骤</translation>
    </message>
    <message>
        <source>Copy the whole runbook</source>
        <translation>复制整份恢复手册</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln steps done</source>
        <translation>
            <numerusform>%Ln 个步骤中已完成 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Why this comes here</source>
        <translation>为何排在这里</translation>
    </message>
    <message>
        <source>What all of this assumes</source>
        <translation>以上步骤的前提</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <comment>step</comment>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Mark this step as done</source>
        <translation>将此步骤标记为已完成</translation>
    </message>
    <message>
        <source>What this does not bring back</source>
        <translation>这一步无法恢复的内容</translation>
    </message>
</context>
<context>
    <name>noclobber::views::SavedFilters</name>
    <message>
        <source>Saved &amp;filters</source>
        <translation>已保存的筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已保存的筛选</translation>
    </message>
    <message>
        <source>&amp;Save this filter</source>
        <translation>保存此筛选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rename this filter</source>
        <translation>重命名此筛选(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;emove this filter</source>
        <translation>移除此筛选(&amp;E)</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>Saved filter: %1</source>
        <translation>已保存的筛选：%1</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>移除(&amp;E)</translation>
    </message>
    <message>
        <source>Name of the saved filter</source>
        <translation>已保存筛选的名称</translation>
    </message>
</context>
<context>
    <name>noclobber::views::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Show the object of a row</source>
        <translation>显示该行的对象</translation>
    </message>
    <message>
        <source>Clear the filter, then leave it; stop a review</source>
        <translation>清除筛选，再离开筛选；停止评审</translation>
    </message>
    <message>
        <source>Search a key or what it does</source>
        <translation>搜索按键或其作用</translation>
    </message>
    <message>
        <source>Keys can be bound anew in the preferences.</source>
        <translation>可在偏好设置中重新绑定按键。</translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt are switched off in the preferences.</source>
        <translation>不带 Ctrl 或 Alt 的按键已在偏好设置中关闭。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>noclobber::views::SimilarBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo that they are marked as seen</source>
        <translation>撤销“已查看”标记</translation>
    </message>
    <message numerus="yes">
        <source>Nothing but this differs in %Ln objects: %1</source>
        <translation>
            <numerusform>%Ln 个对象只有这一处不同：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln objects are marked as seen: %1</source>
        <translation>
            <numerusform>%Ln 个对象已全部标记为已查看：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %Ln as seen</source>
        <translation>
            <numerusform>将全部 %Ln 个标记为已查看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::views::StartPage</name>
    <message>
        <source>Open a repository…</source>
        <translation>打开仓库…</translation>
    </message>
    <message>
        <source>Open the sample incident</source>
        <translation>打开示例事故</translation>
    </message>
    <message>
        <source>noclobber reads two commits of rendered Kubernetes manifests. It says which objects a change really adds, which it overwrites, and what would be deleted if it were merged.</source>
        <translation>noclobber 读取两个提交中已渲染的 Kubernetes 清单，说明一次变更真正新增了哪些对象、覆盖了哪些对象，以及合并后会删除什么。</translation>
    </message>
    <message>
        <source>First time here? The sample is an accident of 2022: a second Application takes the name of the first. It needs no network.</source>
        <translation>第一次使用？示例来自 2022 年的一次事故：第二个 Application 占用了第一个的名称。无需网络。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Compare two folders…</source>
        <translation>比较两个文件夹…</translation>
    </message>
    <message>
        <source>Recent reviews</source>
        <translation>最近的评审</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>What would merging this destroy?</source>
        <translation>合并它会毁掉什么？</translation>
    </message>
    <message>
        <source>Continue: %1</source>
        <comment>a review</comment>
        <translation>继续：%1</translation>
    </message>
    <message>
        <source>You can also drop a folder here to choose its commits, or two folders to compare them.</source>
        <translation>也可以把文件夹拖放到这里：一个用于选择其提交，两个用于比较。</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::Banner</name>
    <message>
        <source>Verdict: %1. %2</source>
        <translation>结论：%1。%2</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::CodePane</name>
    <message>
        <source>%1, %2</source>
        <comment>text of a line, remark</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>no line here</source>
        <translation>此处没有行</translation>
    </message>
    <message>
        <source>added, line %1: %2</source>
        <translation>新增，第 %1 行：%2</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>removed, line %1: %2</source>
        <translation>移除，第 %1 行：%2</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>unchanged, line %1: %2</source>
        <translation>未变，第 %1 行：%2</translation>
    </message>
    <message>
        <source>unchanged: %1</source>
        <translation>未变：%1</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::CommandLine</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>命令：%1</translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation>复制命令 %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::DesktopStyle</name>
    <message>
        <source>Divider between two panes</source>
        <translation>两个窗格之间的分隔条</translation>
    </message>
    <message>
        <source>Corner to resize the window</source>
        <translation>用于调整窗口大小的角</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::FilterLine</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter can become</source>
        <translation>筛选的可选补全</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 shown, %Ln hidden by the filter</source>
        <translation>
            <numerusform>显示 %1/%2，筛选隐藏了 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索（Esc）</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place, number of places</comment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::Icicle</name>
    <message>
        <source>%1 %2</source>
        <comment>name, count</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::Paragraph</name>
    <message>
        <source>%1: %2</source>
        <comment>heading, text</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::SectionBar</name>
    <message>
        <source>%1  %2</source>
        <comment>section name, count</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>noclobber::widgets::TextBlock</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>what is copied</comment>
        <translation>复制：%1</translation>
    </message>
</context>
</TS>
