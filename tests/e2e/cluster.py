"""examples/cluster: the job files, and an array job of Slurm on this machine whose result is that of one run."""
import getpass

import yaml

from fleet import *

CLUSTER = ROOT / "examples" / "cluster"
COUNT, SHARDS = 12, 3
ARGS = ["--allow-private", "--max-depth", "1", "--max-pages", "12", "--as-of", "2026-11-23", "--profile", "vn-2011", "--interval", "50"]
FILES = ["summary.json", "summary.csv", "summary.xlsx"]


def kubernetes_job():
    job = yaml.safe_load((CLUSTER / "kubernetes-job.yaml").read_text())
    spec = job["spec"]
    assert (job["apiVersion"], job["kind"], spec["completionMode"]) == ("batch/v1", "Job", "Indexed")
    container = spec["template"]["spec"]["containers"][0]
    script = container["args"][0]
    assert spec["completions"] == spec["parallelism"] == int(re.search(r"--shard (\d+)", script).group(1))
    mounted = {mount["name"] for mount in container["volumeMounts"]}
    assert mounted == {volume["name"] for volume in spec["template"]["spec"]["volumes"]}


def pod_does_its_shard(fleet, list_, folder):
    """The pod's own script, with the folders where they are here; the others of the shards by the same script."""
    script = yaml.safe_load((CLUSTER / "kubernetes-job.yaml").read_text())["spec"]["template"]["spec"]["containers"][0]["args"][0]
    for found, instead in {"portalaudit batch": f"{PROGRAM} batch", "/list/units.csv": str(list_), "/results": str(folder), "--shard 8": f"--shard {SHARDS} {' '.join(ARGS)}"}.items():
        assert script.count(found) == 1, found
        script = script.replace(found, instead)
    for index in range(SHARDS):
        done = subprocess.run(["/bin/sh", "-c", script], env={**os.environ, "JOB_COMPLETION_INDEX": str(index)}, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
    collected(folder, folder / "summary", folder / "k.db")


def collected(folder, summary, store):
    done = subprocess.run([CLUSTER / "slurm-collect.sh", folder, store, "2026"], env={**os.environ, "PORTALAUDIT": PROGRAM}, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return summary


def same(one, other):
    for name in FILES:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


@contextlib.contextmanager
def slurm(where):
    """munged, slurmctld and slurmd of this user on loopback; stopped by their pids. Gives the environment for its clients."""
    where.mkdir(mode=0o755)
    for name in ("state", "spool"):
        (where / name).mkdir()
    key = where / "munge.key"
    key.write_bytes(os.urandom(128))
    key.chmod(0o400)
    ports = free_port(), free_port()
    conf = where / "slurm.conf"
    host = socket.gethostname().split(".")[0]
    conf.write_text(f"""
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser={getpass.getuser()}
SlurmdUser={getpass.getuser()}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={where}/munge.socket
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
StateSaveLocation={where}/state
SlurmdSpoolDir={where}/spool
SlurmctldPidFile={where}/slurmctld.pid
SlurmdPidFile={where}/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1
ReturnToService=2
NodeName={host} NodeAddr=127.0.0.1 CPUs={SHARDS * 2} Boards=1 SocketsPerBoard={SHARDS * 2} CoresPerSocket=1 ThreadsPerCore=1 RealMemory=100 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
SlurmdParameters=config_overrides
""")
    env = {**os.environ, "SLURM_CONF": str(conf)}
    started = []

    def start(*command):
        log = (where / f"{pathlib.Path(command[0]).name}.log").open("w")
        started.append(subprocess.Popen(command, env=env, stdout=log, stderr=log))

    try:
        start("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={where}/munge.socket", f"--pid-file={where}/munged.pid", f"--log-file={where}/munged.log", f"--seed-file={where}/munge.seed")
        wait_for(lambda: (where / "munge.socket").exists(), where)
        start("slurmctld", "-D", "-f", str(conf))
        start("slurmd", "-D", "-f", str(conf), "-N", host)
        wait_for(lambda: "idle" in subprocess.run(["sinfo", "-h", "-o", "%T"], env=env, capture_output=True, text=True).stdout, where)
        yield env
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class NotStarted(Exception):
    pass


def wait_for(condition, where, seconds=30):
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise NotStarted("\n".join(path.name + ": " + path.read_text()[-600:] for path in where.glob("*.log")))
        time.sleep(0.2)


def array_job(env, whole, list_, folder):
    env["PORTALAUDIT"] = PROGRAM
    out = folder / "array"
    submitted = subprocess.run(["sbatch", "--parsable", f"--array=1-{SHARDS}", "--mem=0", f"--output={folder}/task-%a.log", CLUSTER / "slurm-array.sh", list_, out, *ARGS], env=env, capture_output=True, text=True)
    assert submitted.returncode == 0, submitted.stderr
    after = subprocess.run(["sbatch", "--parsable", "--mem=0", f"--dependency=afterany:{submitted.stdout.strip()}", f"--output={folder}/collect.log", CLUSTER / "slurm-collect.sh", out, folder / "slurm.db", "2026"], env=env, capture_output=True, text=True)
    assert after.returncode == 0, after.stderr
    # From the middle of a run: until the queue is empty.
    until = time.monotonic() + 120
    while subprocess.run(["squeue", "-h"], env=env, capture_output=True, text=True).stdout.strip():
        assert time.monotonic() < until, subprocess.run(["squeue"], env=env, capture_output=True, text=True).stdout
        time.sleep(0.5)
    logs = "\n".join(path.name + ": " + path.read_text() for path in folder.glob("*.log"))
    assert {path.name for path in out.iterdir()} >= {f"shard-{i}-of-{SHARDS}" for i in range(1, SHARDS + 1)}, logs
    assert (out / "summary").is_dir(), logs
    same(out / "summary", whole)


def main():
    cases = Cases()
    cases.case("the Job of Kubernetes is consistent", kubernetes_job)
    if not shutil.which("nginx"):
        skip("there is no nginx")
    with scratch() as folder:
        folder.chmod(0o755)
        fleet = Fleet(folder / "fleet", COUNT, ["dead"])
        list_ = fleet.write_list(folder / "units.csv")
        with fleet.served():
            status, _, err = run("batch", list_, "-o", folder / "whole", *ARGS)
            assert status == 2, err
            cases.case("the pods' script does the shards", lambda: (pod_does_its_shard(fleet, list_, folder / "pods"), same(folder / "pods" / "summary", folder / "whole")))
            if all(shutil.which(name) for name in ("munged", "slurmctld", "slurmd", "sbatch")) and os.getuid() == 0:
                try:
                    with slurm(folder / "slurm") as env:
                        cases.case("an array job of Slurm gives what one run gives", lambda: array_job(env, folder / "whole", list_, folder))
                except NotStarted as why:
                    print(f"skipped: Slurm cannot be started on this machine: {why}")
            else:
                print("skipped: there is no Slurm here, or this is not root")
    cases.end(2)


main()
