#!/bin/sh
# A map by resources/cluster/slurm.sh on a cluster of this one machine, which the test starts and ends: a job array, one
# task of which is requeued while it computes; then a part is lost and made again. slurm.sh CLI
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/shared.sh"
PATH="$PATH:/usr/sbin:/sbin"
need slurmctld slurmd sbatch munged mungekey
[ "$(id -u)" = 0 ] || { echo "slurmd needs root: nothing to run"; exit 77; }
if pgrep -x slurmctld >/dev/null || pgrep -x slurmd >/dev/null; then
    echo "a cluster runs here already: it is left alone"
    exit 77
fi
started=
end() {
    for process in $started; do kill "$process" 2>/dev/null || true; done
    sleep 1
    for process in $started; do kill -9 "$process" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap end EXIT
say() { for log in "$folder"/*.log; do echo "== $log"; tail -n 15 "$log"; done; }
wait_for() { # SECONDS COMMAND…
    left=$(($1 * 5))
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ $left -gt 0 ] || { echo "waited in vain for: $*"; say; exit 1; }
        sleep 0.2
    done
}

chmod 755 "$folder"
mkdir "$folder/munge" "$folder/state" "$folder/spool"
chmod 700 "$folder/munge"
mungekey --create --keyfile "$folder/munge/key"
# shellcheck disable=SC2086
munged --foreground --force --key-file="$folder/munge/key" --socket="$folder/munge.socket" \
    --pid-file="$folder/munge/pid" --seed-file="$folder/munge/seed" --log-file="$folder/munged.log" 2>munge.err &
started="$!"
wait_for 20 test -S "$folder/munge.socket"
host=$(hostname -s)
cat >slurm.conf <<END
ClusterName=maps
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=36817
SlurmdPort=36818
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=10
CryptoType=crypto/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1
ReturnToService=2
KillWait=5
MinJobAge=300
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=all Nodes=ALL Default=YES State=UP
END
export SLURM_CONF="$folder/slurm.conf"
slurmctld -D >/dev/null 2>&1 &
started="$started $!"
slurmd -D >/dev/null 2>&1 &
started="$started $!"
wait_for 60 sh -c "sinfo --noheader --format=%t | grep -q idle"

# Long enough that a task is met while it computes.
map="--of trained_cost --over learning_rate=0.01:10:30:log --over depth=2:11 --set width=8 --set inputs=2
    --set data=spirals --set examples=60 --set initializer=glorot_uniform --set epochs=${EPOCHS:-400}"
whole
number() { sed 's/;.*//'; }
job=$(sbatch --parsable --array=1-4 "$recipes/slurm.sh" 4 $map | number)
of_task() { squeue --noheader --array --job "${job}_2" --format=%T 2>/dev/null | grep -qx "$1"; }
wait_for 120 of_task RUNNING
sleep 1
scontrol requeue "${job}_2"
wait_for 60 sh -c "grep -q pending parts/part-2-of-4.partial"
echo "task 2 was ended, and kept $(grep -vc pending parts/part-2-of-4.partial) lines"
scontrol update JobId="${job}_2" StartTime=now 2>/dev/null || true
all_gone() { [ -z "$(squeue --noheader --job "$job" 2>/dev/null)" ]; }
wait_for 400 all_gone
deltascope-cli merge parts/*.json --out map.json
same whole.json map.json

rm map.json parts/part-1-of-4.json parts/part-3-of-4.json parts/part-4-of-4.json
missing=$(deltascope-cli merge parts/*.json --out map.json 2>/dev/null || true)
[ "$missing" = 1,3-4 ] || { echo "missing: $missing"; exit 1; }
job=$(sbatch --parsable --array="$missing" "$recipes/slurm.sh" 4 $map | number)
wait_for 400 all_gone
deltascope-cli merge parts/*.json --out map.json
same whole.json map.json
