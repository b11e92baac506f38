"""Texts of manifests as Helm and kustomize print them, made by rule.

An object is named by its application, its place there and its cluster. The same place in another cluster is the same
object with other values where clusters differ in practice: versions, sizes, host names, a good part of the settings.
"""
import random
import textwrap

WORDS = ("account address archive audit basket billing booking broker catalog checkout claims clearing content courier "
         "credit currency delivery deposit discount dispatch document event export fleet freight fulfilment gateway "
         "grant identity import ingest inventory invoice ledger loyalty mailer market member menu message meter notice "
         "offer order parcel partner payment payout permit planner portal price profile quota quote rating receipt "
         "refund region report return review reward route search session shelf shipment slot stock store stream "
         "subscriber survey tariff tax ticket token tracking transfer treasury upload voucher wallet webhook").split()
DASHES = "---"

_pool = random.Random("pool")


def _lines(make, count):
    return [make(_pool) for _ in range(count)]


_ENVIRONMENT = _lines(lambda r: "- name: %s_%s\n  value: %s\n" % (
    r.choice(WORDS).upper(), r.choice(WORDS).upper(),
    r.choice(['"@"', '"true"', "info", "http://%s.%s.svc:8080" % (r.choice(WORDS), r.choice(WORDS)), "'@s'"])), 3000)
_ARGUMENTS = _lines(lambda r: "- --%s.%s=%s\n" % (
    r.choice(WORDS), r.choice(("limit", "timeout", "interval", "workers", "retention")),
    r.choice(("@s", "@", "/var/run/%s" % r.choice(WORDS)))), 2000)
_SETTINGS = _lines(lambda r: "%s.%s = %s\n" % (
    r.choice(WORDS), r.choice(WORDS), r.choice(('"%08x"' % r.getrandbits(32), "true", "@"))), 4000)
_PROSE = _lines(lambda r: "The %s of the %s, as the %s reports it%s" % (
    r.choice(WORDS), r.choice(WORDS), r.choice(WORDS),
    r.choice((".", "; unset means the default.", ": see the %s for more." % r.choice(WORDS)))), 2000)


def _some(pool, draw, least, most):
    """Some of the lines, each with a number of its own at every "@"."""
    lines = draw.sample(pool, draw.randrange(least, most))
    return "".join(line.replace("@", str(draw.randrange(90000))) for line in lines)


def _indented(text, blanks):
    return textwrap.indent(text, " " * blanks)


class Place:
    """Where an object stands, and what it draws its values from."""

    def __init__(self, seed, cluster, app, number, revision):
        self.cluster, self.app, self.number, self.revision = cluster, app, number, revision
        self.draw = random.Random(f"{seed}/{app}/{number}")  # the same in every cluster
        self.local = random.Random(f"{seed}/{cluster}/{app}/{number}")
        self.name = f"{app}-{self.draw.choice(WORDS)}-{number}"
        self.version = f"{self.draw.randrange(1, 9)}.{self.draw.randrange(30)}.{self.local.randrange(3) + 4 * revision}"

    def header(self, api, kind, annotations=""):
        return (f"# Source: {self.app}/templates/{kind.lower()}.yaml\napiVersion: {api}\nkind: {kind}\nmetadata:\n"
                f"  name: {self.name}\n  namespace: {self.app}\n  labels:\n    helm.sh/chart: {self.app}-1.4.{self.number}\n"
                f"    app.kubernetes.io/name: {self.app}\n    app.kubernetes.io/instance: {self.app}-{self.cluster}\n"
                f"    app.kubernetes.io/version: \"{self.version}\"\n    app.kubernetes.io/managed-by: Helm\n"
                + (_indented("annotations:\n" + annotations, 2) if annotations else ""))


def _pod(place):
    draw, image = place.draw, f"registry.example.com/{place.app}/{place.name}:{place.version}"
    text = (f"metadata:\n  labels:\n    app.kubernetes.io/name: {place.name}\n  annotations:\n"
            f"    checksum/config: {place.local.getrandbits(256):064x}\n    prometheus.io/scrape: \"true\"\nspec:\n"
            f"  serviceAccountName: {place.app}\n  securityContext:\n    runAsNonRoot: true\n    runAsUser: 65532\n"
            f"  containers:\n")
    for container in range(draw.choice((1, 1, 2, 3))):
        text += (f"  - name: {'main' if container == 0 else f'sidecar-{container}'}\n    image: {image}\n    args:\n"
                 + _indented(_some(_ARGUMENTS, place.local, 2, 9), 4) + "    env:\n" + _indented(_some(_ENVIRONMENT, place.local, 6, 24), 4)
                 + "    - name: POD_NAME\n      valueFrom:\n        fieldRef:\n          fieldPath: metadata.name\n"
                 + f"    ports:\n    - name: http\n      containerPort: {8000 + draw.randrange(900)}\n      protocol: TCP\n"
                 + "    livenessProbe:\n      httpGet: {path: /healthz, port: http}\n      periodSeconds: 10\n"
                 + "    readinessProbe:\n      httpGet:\n        path: /ready\n        port: http\n"
                 + f"      initialDelaySeconds: {draw.randrange(60)}\n    resources:\n      limits:\n"
                 + f"        memory: {draw.randrange(1, 32)}Gi\n      requests:\n        cpu: {place.local.randrange(5, 80) * 10}m\n"
                 + "        memory: 256Mi\n    securityContext:\n      allowPrivilegeEscalation: false\n"
                 + "      capabilities:\n        drop: [ALL]\n    volumeMounts:\n    - name: config\n      mountPath: /etc/app\n")
    return text + f"  volumes:\n  - name: config\n    configMap:\n      name: {place.name}\n  - name: tmp\n    emptyDir: {{}}\n"


def _workload(place, kind):
    note = '"deployment.example.com/owner": \'{"team":"%s"}\'\n' % place.draw.choice(WORDS) if place.number % 3 == 0 else ""
    text = (place.header("apps/v1", kind, note) + f"spec:\n  replicas: {1 + place.local.randrange(4) + place.revision}\n"
            f"  selector:\n    matchLabels:\n      app.kubernetes.io/name: {place.name}\n")
    if kind == "StatefulSet":
        text += f"  serviceName: {place.name}\n"
    text += "  template:\n" + _indented(_pod(place), 4)
    if kind == "StatefulSet":
        text += ("  volumeClaimTemplates:\n  - metadata:\n      name: data\n    spec:\n      accessModes: [ReadWriteOnce]\n"
                 f"      storageClassName: ssd\n      resources:\n        requests:\n          storage: {place.draw.randrange(10, 900)}Gi\n")
    return text


def _cron_job(place):
    return (place.header("batch/v1", "CronJob") + f"spec:\n  schedule: \"{place.draw.randrange(60)} {place.revision} * * *\"\n"
            "  jobTemplate:\n    spec:\n      template:\n" + _indented(_pod(place), 8) + "          restartPolicy: OnFailure\n")


def settings_map(place, least, most):
    """A ConfigMap whose block scalars look like documents of their own, as bundled manifests and scripts do."""
    text = place.header("v1", "ConfigMap") + "data:\n  app.conf: |\n" + _indented(_some(_SETTINGS, place.local, least, most), 4)
    if place.number % 4 == 2:
        inner = f"{DASHES}\nkind: Settings\nname: {place.name}\nlevels:\n- one\n- two\n{DASHES}\nkind: More\n"
        text += "  defaults.yaml: |\n" + _indented(inner, 4)
    return text + f"  generation: \"{place.revision}\"\n  region: {place.cluster}\n"


def _service(place):
    return (place.header("v1", "Service") + f"spec:\n  type: ClusterIP\n  ports:\n  - name: http\n    port: {80 + place.revision}\n"
            f"    targetPort: http\n  selector:\n    app.kubernetes.io/name: {place.name}\n")


def _service_account(place):
    flag = "true" if place.revision else "false"
    return place.header("v1", "ServiceAccount") + f"automountServiceAccountToken: {flag}\n"


def _secret(place):
    keys = "".join(f"  {word}: {place.local.getrandbits(320):080x}{place.revision:04d}\n" for word in sorted(set(place.draw.choices(WORDS, k=4))))
    return place.header("v1", "Secret") + "type: Opaque\ndata:\n" + keys


def _role(place):
    verbs = "- get\n  - list\n" + ("  - watch\n" if place.revision else "")
    return (place.header("rbac.authorization.k8s.io/v1", "Role")
            + f"rules:\n- apiGroups: [\"\"]\n  resources: [pods, configmaps]\n  verbs:\n  {verbs}"
            f"- apiGroups:\n  - apps\n  resources:\n  - deployments\n  verbs:\n  {verbs}")


def _role_binding(place):
    return (place.header("rbac.authorization.k8s.io/v1", "RoleBinding") + "roleRef:\n  apiGroup: rbac.authorization.k8s.io\n"
            f"  kind: Role\n  name: {place.app}-{place.revision}\nsubjects:\n- kind: ServiceAccount\n  name: {place.name}\n"
            f"  namespace: {place.app}\n")


def _network_policy(place):
    return (place.header("networking.k8s.io/v1", "NetworkPolicy") + "spec:\n  podSelector:\n    matchLabels:\n"
            f"      app.kubernetes.io/name: {place.name}\n  policyTypes: [Ingress]\n  ingress:\n  - from:\n    - podSelector: {{}}\n"
            f"    ports:\n    - port: {8000 + place.revision}\n")


def _autoscaler(place):
    return (place.header("autoscaling/v2", "HorizontalPodAutoscaler") + "spec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n"
            f"    kind: Deployment\n    name: {place.name}\n  minReplicas: 2\n  maxReplicas: {9 + place.local.randrange(9) + place.revision}\n")


def _budget(place):
    return (place.header("policy/v1", "PodDisruptionBudget") + f"spec:\n  maxUnavailable: {1 + place.revision}\n  selector:\n"
            f"    matchLabels:\n      app.kubernetes.io/name: {place.name}\n")


def ingress(place, api="networking.k8s.io/v1"):
    note = "nginx.ingress.kubernetes.io/configuration-snippet: |\n  more_set_headers \"X-Frame-Options: DENY\";\n"
    return (place.header(api, "Ingress", note) + f"spec:\n  ingressClassName: public\n  rules:\n  - host: {place.name}.{place.cluster}.example.com\n"
            f"    http:\n      paths:\n      - path: /{'v2' if place.revision else ''}\n        pathType: Prefix\n        backend:\n"
            f"          service:\n            name: {place.name}\n            port:\n              name: http\n")


def _claim(place):
    return (place.header("v1", "PersistentVolumeClaim") + "spec:\n  accessModes:\n  - ReadWriteOnce\n  storageClassName: ssd\n"
            f"  resources:\n    requests:\n      storage: {place.draw.randrange(1, 40) * 10 + place.revision}Gi\n")


def _monitor(place):
    return (place.header("monitoring.coreos.com/v1", "ServiceMonitor") + "spec:\n  selector:\n    matchLabels:\n"
            f"      app.kubernetes.io/name: {place.name}\n  endpoints:\n  - port: http\n    interval: {30 + place.revision}s\n")


def _alerts(place):
    rules = "".join(f"    - alert: {place.draw.choice(WORDS).title()}Slow{number}\n      expr: |\n"
                    f"        histogram_quantile(0.99, rate(latency_bucket{{job=\"{place.name}\"}}[5m]))\n"
                    f"          > {number + place.revision}\n      for: 10m\n      labels: {{severity: page}}\n"
                    f"      annotations:\n        summary: '{place.local.choice(_PROSE)}'\n" for number in range(place.draw.randrange(3, 9)))
    return place.header("monitoring.coreos.com/v1", "PrometheusRule") + f"spec:\n  groups:\n  - name: {place.app}\n    rules:\n" + rules


KINDS = [("Deployment", lambda p: _workload(p, "Deployment")), ("Service", _service),
         ("ConfigMap", lambda p: settings_map(p, 5, 60)), ("ServiceAccount", _service_account), ("Secret", _secret),
         ("Deployment", lambda p: _workload(p, "Deployment")), ("Service", _service), ("NetworkPolicy", _network_policy),
         ("HorizontalPodAutoscaler", _autoscaler), ("PodDisruptionBudget", _budget), ("Ingress", ingress), ("Role", _role),
         ("RoleBinding", _role_binding), ("ConfigMap", lambda p: settings_map(p, 5, 60)),
         ("StatefulSet", lambda p: _workload(p, "StatefulSet")), ("Service", _service), ("PersistentVolumeClaim", _claim),
         ("CronJob", _cron_job), ("ServiceMonitor", _monitor), ("PrometheusRule", _alerts),
         ("Deployment", lambda p: _workload(p, "Deployment")), ("Service", _service), ("NetworkPolicy", _network_policy)]
BLOCK_KINDS = [("ConfigMap", lambda p: settings_map(p, 40, 400))] * 3 + [("PrometheusRule", _alerts), ("Secret", _secret)]


def definition(seed, number, revision):
    """A CustomResourceDefinition of 2,000 to 15,000 lines."""
    draw = random.Random(f"{seed}/definition/{number}")
    plural = f"{WORDS[number % len(WORDS)]}s" + (f"{number}" if number >= len(WORDS) else "")
    group, kind = "shop.example.com", plural.title().replace("-", "")
    fields = []
    for field in range(draw.randrange(250, 1900)):
        fields.append(f"{draw.choice(WORDS)}{field}:\n  description: |-\n    {draw.choice(_PROSE)}\n    {draw.choice(_PROSE)}\n"
                      f"  type: {draw.choice(('string', 'integer', 'boolean'))}\n")
        if field % 7 == 3:
            fields.append(f"{draw.choice(WORDS)}List{field}:\n  items:\n    properties:\n      name:\n        type: string\n"
                          "    required:\n    - name\n    type: object\n  type: array\n")
    if revision:
        fields.insert(len(fields) // 2, "addedLater:\n  description: New in this release.\n  type: string\n")
        fields.pop(len(fields) // 3)
    return plural + "." + group, (
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  annotations:\n"
        f"    controller-gen.kubebuilder.io/version: v0.14.{revision}\n  name: {plural}.{group}\nspec:\n  group: {group}\n"
        f"  names:\n    kind: {kind}\n    listKind: {kind}List\n    plural: {plural}\n    singular: {plural[:-1]}\n  scope: Namespaced\n"
        "  versions:\n  - name: v1\n    schema:\n      openAPIV3Schema:\n        properties:\n          spec:\n            properties:\n"
        + _indented("".join(fields), 14) + "            type: object\n        type: object\n    served: true\n    storage: true\n")
