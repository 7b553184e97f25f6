"""Cluster cases: memory, disks, nodes, scheduling, quotas."""
from .cluster import Cluster

NODES = ["worker-a1.prod-eu-1.internal", "worker-b1.prod-eu-1.internal", "worker-c1.prod-eu-1.internal"]


def three_nodes(c, **first):
    c.node(NODES[0], **first)
    c.node(NODES[1])
    c.node(NODES[2])


def oom_killed(name):
    c = Cluster(name, "invoice-render", "billing", "2026-01-12", "09:00", "09:46")
    three_nodes(c)
    killed = {"terminated": {"exitCode": 137, "reason": "OOMKilled", "startedAt": c.stamp("09:31"), "finishedAt": c.stamp("09:38:10")}}
    loop = {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 2m40s restarting failed container=invoice-render"}}
    one = c.pod("k7xqd", NODES[0], "2026-01-09T07:10:00Z", loop, killed, restarts=7)
    two = c.pod("p2mzn", NODES[1], "2026-01-09T07:10:00Z", {"running": {"startedAt": c.stamp("09:41:20")}}, killed, restarts=6)
    c.deployment(2, 1)
    for pod in (one, two):
        c.event("Pod", pod, "BackOff", f"Back-off restarting failed container invoice-render in pod {pod}", "09:12", "09:44", 31)
        c.event("Pod", pod, "Unhealthy", "Readiness probe failed: Get \"http://10.4.1.9:8080/ready\": dial tcp: connect: connection refused", "09:11", "09:41", 12)
        c.podlog(pod, "2026-01-12T09:41:21Z INFO listening on :8080\n2026-01-12T09:41:30Z INFO rendering statement batch 88412 (1 of 41)",
                 "2026-01-12T09:31:02Z INFO listening on :8080\n2026-01-12T09:31:20Z INFO rendering statement batch 88412 (1 of 41)\n"
                 "2026-01-12T09:37:58Z WARN heap in use 489 MiB of 512 MiB\n2026-01-12T09:38:08Z INFO batch 88412 holds 412000 rows in memory")
        c.shape("container_memory_working_set_mib", f"pod={pod};container=invoice-render", lambda m: 190 + (m * 46) % 320)
    c.app_lines(one, "info", "rendered invoice {id}", end="09:10", every=50)
    c.app_lines(two, "warn", "heap in use {n} MiB of 512 MiB", "09:12", every=150, n=(455, 508))
    c.monitor("billing render queue length", True)
    c.alert("KubernetesPodCrashLooping", "09:42", pod=one, title="Pods of invoice-render keep restarting",
            summary="invoice-render restarted 13 times in half an hour; connection refused on the readiness probe.",
            suspected_symptom="Port closed or wrong probe?")
    c.answer("resource_exhaustion", "Both pods are killed by the kernel at their 512Mi memory limit (exit 137, OOMKilled) while rendering one large "
             "batch. Refused probes are a consequence of the restart.", ["OOMKilled", "memory", "limit"],
             ["healthy", "unknown", "configuration_error"])
    return c


def evicted_by_disk(name):
    c = Cluster(name, "thumbnailer", "media", "2026-01-14", "20:00", "20:41")
    three_nodes(c, problem=("DiskPressure", "KubeletHasDiskPressure", "kubelet has disk pressure"),
                taints=[{"key": "node.kubernetes.io/disk-pressure", "effect": "NoSchedule"}])
    told = "The node was low on resource: ephemeral-storage. Threshold quantity: 10Gi, available: 6Gi. Container thumbnailer was using 61Gi, request is 0."
    gone = [c.pod(s, NODES[0], t, phase="Failed", reason="Evicted", message=told) for s, t in (("q9d2f", "19:02"), ("w4tnb", "20:19"))]
    c.pod("zz8lk", NODES[1], "20:26")
    c.pod("m5vhc", NODES[2], "2026-01-13T10:00:00Z")
    c.deployment(2, 2)
    for pod, when in zip(gone, ("20:17", "20:24")):
        c.event("Pod", pod, "Evicted", told, when)
    c.event("Node", NODES[0], "EvictionThresholdMet", "Attempting to reclaim ephemeral-storage", "20:16", "20:38", 9)
    c.event("Node", NODES[0], "FreeDiskSpaceFailed", "Failed to garbage collect required amount of images. Attempted to free 21474836480 bytes, but only found 0 bytes eligible to free.", "20:18", "20:38", 5)
    c.shape("node_filesystem_avail_gib", f"node={NODES[0]}", lambda m: max(5.8, 74 - 4.1 * m), 0.01)
    c.shape("node_filesystem_avail_gib", f"node={NODES[1]}", lambda m: 71.0, 0.01)
    c.app_lines(gone[0], "info", "wrote /tmp/frames/{id}.png (kept for reuse)", end="20:17", every=40)
    c.app_lines(gone[0], "error", "write /tmp/frames/{id}.png: no space left on device", "20:15", "20:17", every=12)
    c.monitor("media thumbnails failing", True)
    c.alert("KubernetesPodEvicted", "20:36", title="thumbnailer pods evicted", summary="Two thumbnailer pods were evicted within ten minutes on the same node.",
            description="The deployment has replaced them elsewhere; the node stays under pressure.")
    c.answer("resource_exhaustion", "Frames written to /tmp fill the ephemeral storage of the node, which reports DiskPressure and evicts the pods. Memory and CPU are fine.",
             ["DiskPressure", "ephemeral"], ["healthy", "unknown"])
    return c


def node_lost(name):
    c = Cluster(name, "session-store", "identity", "2026-01-16", "03:30", "04:12")
    three_nodes(c, ready="Unknown", beat="03:51:12", taints=[{"key": "node.kubernetes.io/unreachable", "effect": "NoExecute", "timeAdded": c.stamp("03:52:02")}])
    lost = c.pod("b6wrt", NODES[0], "2026-01-10T12:00:00Z", ready=False, deleted="03:57:05")
    also = c.pod("n3kfp", NODES[0], "2026-01-10T12:00:00Z", ready=False, deleted="03:57:05")
    fresh = c.pod("hh2xs", NODES[1], "2026-01-10T12:00:00Z")
    c.deployment(3, 1)
    c.event("Node", NODES[0], "NodeNotReady", f"Node {NODES[0]} status is now: NodeNotReady", "03:52:02", component="node-controller")
    for pod in (lost, also):
        c.event("Pod", pod, "NodeNotReady", "Node is not ready", "03:52:02", component="node-controller")
        c.event("Pod", pod, "TaintManagerEviction", f"Marking for deletion Pod identity/{pod}", "03:57:05", component="taint-eviction-controller")
    c.app_lines(lost, "info", "heartbeat ok sessions={n}", end="03:51", every=60, n=(8000, 9000))
    c.app_lines(fresh, "warn", "peer 10.4.0.21 unreachable, serving alone", "03:52", every=60)
    c.shape("up", f"job=node;node={NODES[0]}", lambda m: 1 if m < 21.5 else 0, 0)
    c.shape("up", f"job=node;node={NODES[1]}", lambda m: 1, 0)
    c.monitor("identity login latency", True)
    c.alert("KubernetesDeploymentReplicasMismatch", "04:07", title="session-store has 1 of 3 replicas",
            summary="Two replicas of session-store are not ready for 15 minutes.", suspected_symptom="Crash of the application after the config reload at 03:45?")
    c.answer("infrastructure", "The node both pods ran on stopped reporting at 03:51 and is unreachable; the pods are stuck terminating. The application did not crash, nothing restarted.",
             ["node", NODES[0]], ["healthy", "unknown", "configuration_error", "resource_exhaustion"])
    return c


def pending_for_cpu(name):
    c = Cluster(name, "route-planner", "logistics", "2026-01-19", "07:00", "07:38")
    c.container["resources"] = {"requests": {"cpu": "6", "memory": "8Gi"}, "limits": {"cpu": "8", "memory": "8Gi"}}
    for node in NODES:
        c.node(node, allocatable={"cpu": "2100m", "memory": "19Gi", "pods": "110"})
    told = "0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod."
    waiting = [c.pod(s, None, "07:08", scheduled=told) for s in ("5tq8d", "x7c2j")]
    c.pod("r2d6b", NODES[0], "2026-01-15T05:00:00Z")
    c.pod("vv9kw", NODES[1], "2026-01-15T05:00:00Z")
    c.deployment(4, 2)
    for pod in waiting:
        c.event("Pod", pod, "FailedScheduling", told, "07:08", "07:36", 14, "default-scheduler")
        c.event("Pod", pod, "NotTriggerScaleUp", "pod didn't trigger scale-up: 1 max node group size reached", "07:09", "07:36", 9, "cluster-autoscaler")
    c.app_lines("route-planner-" + c.hash + "-r2d6b", "info", "planned tour {id} in {ms}ms", every=60, ms=(400, 2600))
    c.shape("node_cpu_requested_cores", f"node={NODES[0]}", lambda m: 5.9, 0.005)
    c.monitor("logistics tours waiting", True)
    c.alert("KubernetesPodPending", "07:30", pod=waiting[0], title="Pods of route-planner do not start", summary="Two pods have been Pending for more than 20 minutes after scaling to 4 replicas.",
            error="No container has been created; no logs available.")
    c.answer("resource_exhaustion", "No node has the 6 CPUs that each pod requests, and the node group is at its maximum size, so the autoscaler cannot help.",
             ["Insufficient cpu"], ["healthy", "unknown", "code_defect"])
    return c


def quota_reached(name):
    c = Cluster(name, "report-worker", "finance", "2026-01-21", "13:00", "13:42")
    three_nodes(c)
    for suffix in ("c8n5p", "t4jzx"):
        c.pod(suffix, NODES[1], "2026-01-20T08:00:00Z")
    told = (f'pods "report-worker-{c.hash}-lq2mv" is forbidden: exceeded quota: team-finance, requested: limits.memory=512Mi, '
            "used: limits.memory=12Gi, limited: limits.memory=12Gi")
    c.deployment(5, 2, failure=told)
    c.event("ReplicaSet", f"report-worker-{c.hash}", "FailedCreate", "Error creating: " + told, "13:12", "13:40", 17, "replicaset-controller")
    c.kinds["resourcequotas"] = [{"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "team-finance", "namespace": "finance", "uid": c.guid("quota")},
                                  "spec": {"hard": {"limits.memory": "12Gi", "pods": "40"}},
                                  "status": {"hard": {"limits.memory": "12Gi", "pods": "40"}, "used": {"limits.memory": "12Gi", "pods": "23"}}}]
    c.app_lines(f"report-worker-{c.hash}-c8n5p", "info", "report {id} finished", every=55)
    c.monitor("finance reports overdue", True)
    c.alert("KubernetesDeploymentReplicasMismatch", "13:30", "warning", title="report-worker below its replicas", summary="2 of 5 replicas for 15 minutes. The nodes have plenty of free memory.",
            suspected_symptom="No pending pods are visible.")
    c.answer("resource_exhaustion", "The namespace's quota on memory limits is used up, so the replica set may not create the three other pods; nodes have room.", ["quota"],
             ["healthy", "unknown", "infrastructure"])
    return c


CASES = {"cluster-01": oom_killed, "cluster-02": evicted_by_disk, "cluster-03": node_lost, "cluster-04": pending_for_cpu, "cluster-05": quota_reached}
