#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#SBATCH --job-name=map --requeue --open-mode=append
# A map in parts as a Slurm job array, then one map of them:
#     sbatch --array=1-8 slurm.sh 8 --of product --over weight=0:12:512 --over bias=-6:6:512
#     deltascope-cli merge parts/*.json --out map.json
# Where merge says that parts are missing, as 1,5-7: the same sbatch again with --array=1,5-7. A task that is killed,
# requeued or out of time keeps the cells that it has, and goes on from there.
parts=$1
shift
exec deltascope-cli map "$@" --shard "$SLURM_ARRAY_TASK_ID/$parts" --out parts/
