#!/usr/bin/env bash
# What the array job left, as one round: into the store, and as a summary of all shards.
#   sbatch --dependency=afterany:JOB slurm-collect.sh FOLDER STORE ROUND
# STORE is a SQLite file or postgresql://user@host/database; ROUND is the name of the round, such as 2026.
#SBATCH --job-name=portalaudit-collect
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=2:00:00
set -euo pipefail

folder=${1:?"usage: slurm-collect.sh FOLDER STORE ROUND"}
store=${2:?"usage: slurm-collect.sh FOLDER STORE ROUND"}
round=${3:?"usage: slurm-collect.sh FOLDER STORE ROUND"}
program=${PORTALAUDIT:-portalaudit}

"$program" campaign import "$folder"/shard-* --store "$store" --round "$round"
"$program" campaign export --store "$store" --round "$round" -o "$folder/summary"
