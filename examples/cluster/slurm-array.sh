#!/usr/bin/env bash
# A round of audits as an array job of Slurm: each task audits one shard of the list.
#   sbatch slurm-array.sh LIST FOLDER [further options of "portalaudit batch"]
# FOLDER must be on a file system that all nodes share; each shard gets a folder of its own in it. A task that is requeued or
# submitted again goes on where it was. Change the number of shards with --array=1-N on the command line.
#SBATCH --job-name=portalaudit
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=24:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --signal=B:TERM@300
set -euo pipefail

list=${1:?"usage: sbatch slurm-array.sh LIST FOLDER [options]"}
folder=${2:?"usage: sbatch slurm-array.sh LIST FOLDER [options]"}
shift 2

# The shard is read from SLURM_ARRAY_TASK_ID and SLURM_ARRAY_TASK_COUNT. Slurm signals this script five minutes before the
# time limit: the program saves its state then. Status 2 says that some portals could not be judged; the summary lists them,
# and the task has done its work.
status=0
"${PORTALAUDIT:-portalaudit}" batch "$list" -o "$folder" "$@" &
program=$!
trap 'kill -TERM "$program" 2>/dev/null' TERM
wait "$program" || status=$?
if kill -0 "$program" 2>/dev/null; then # the signal ended the waiting, not the program
    status=0
    wait "$program" || status=$?
fi
[ "$status" -ne 2 ] || status=0
exit "$status"
