"""A repository for the acceptance walk: 380 image bumps, one change of a label with noise beside it, one of a Secret."""
import os
import subprocess

BUMPS = 380
PASSWORDS = ("kept-in-base-3f9a", "new-in-head-c41d")  # must never be seen anywhere

DEPLOYMENT = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name}
  namespace: shop
  labels:
    app: {name}
    team: {team}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: {name}
  template:
    metadata:
      labels:
        app: {name}
      annotations:
        checksum/config: {checksum}
    spec:
      containers:
        - name: web
          image: registry.example.com/shop/web:{tag}
"""

APPLICATION = """apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop-cluster01
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://git.example.com/shop/deploy.git
    path: env/cluster01/shop
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
  syncPolicy:
    automated:
      prune: true
"""

SECRET = """apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: shop
type: Opaque
stringData:
  host: db.shop.svc
  password: {password}
"""


class Shop:
    def __init__(self, folder):
        self.folder = folder
        self.git("init", "-q", "-b", "main", folder, where=None)
        self.git("remote", "add", "origin", "https://git.example.com/shop/deploy.git")
        self.write("env/cluster01/apps/shop.yaml", APPLICATION)
        self.write_objects("1.4", "red", "1f0c" * 16, PASSWORDS[0])
        self.commit("What runs")
        self.git("checkout", "-q", "-b", "change")
        self.write_objects("1.5", "blue", "9ab2" * 16, PASSWORDS[1])
        self.commit("Release 1.5 of the shop")

    def push_other_images(self, many):
        """The branch moves: the first `many` get yet another image."""
        for number in range(many):
            self.write_deployment(number, "1.6")
        self.git("add", "-A")
        self.git("commit", "-q", "--amend", "-m", "Release 1.5 of the shop, 1.6 of some")

    def write_objects(self, tag, team, checksum, password):
        for number in range(BUMPS):
            self.write_deployment(number, tag)
        labelled = DEPLOYMENT.format(name="labelled", team=team, checksum=checksum, tag="1.4")
        self.write("env/cluster01/shop/labelled.yaml", labelled)
        self.write("env/cluster01/shop/database.yaml", SECRET.format(password=password))

    def write_deployment(self, number, tag):
        name = f"web-{number:03}"
        text = DEPLOYMENT.format(name=name, team="red", checksum="1f0c" * 16, tag=tag)
        self.write(f"env/cluster01/shop/{name}.yaml", text)

    def write(self, path, text):
        whole = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8") as file:
            file.write(text)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def git(self, *words, where="folder"):
        person = ["-c", "user.name=A Person", "-c", "user.email=a.person@example.com", "-c", "commit.gpgsign=false"]
        place = ["-C", self.folder] if where else []
        environment = dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null",
                           GIT_AUTHOR_DATE="2026-01-01T00:00:00Z", GIT_COMMITTER_DATE="2026-01-01T00:00:00Z")
        subprocess.run(["git", *person, *place, *words], check=True, env=environment)
