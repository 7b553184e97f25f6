"""Cluster cases: what a workload asks for and does not get, and probes."""
from .cluster import Cluster
from .cluster_a import NODES, three_nodes

CONFIG = ["healthy", "unknown", "resource_exhaustion"]


def pending_for_taint(name):
    c = Cluster(name, "ocr-batch", "documents", "2026-01-23", "06:00", "06:44")
    gpu = [{"key": "dedicated", "value": "gpu", "effect": "NoSchedule"}]
    for node in NODES[:2]:
        c.node(node, taints=gpu, labels={"pool": "gpu"})
    c.node(NODES[2], labels={"pool": "general"})
    told = ("0/3 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 2 node(s) had untolerated taint {dedicated: gpu}. "
            "preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.")
    waiting = [c.pod(s, None, "06:12", scheduled=told) for s in ("d4k9s", "lr7fz", "w8cqm")]
    for pod in c.kinds["pods"]:
        pod["spec"]["nodeSelector"] = {"pool": "gpu"}
    c.deployment(3, 0, progressing=f'ReplicaSet "ocr-batch-{c.hash}" has timed out progressing.', created="06:12")
    for pod in waiting:
        c.event("Pod", pod, "FailedScheduling", told, "06:12", "06:42", 9, "default-scheduler")
    c.event("Deployment", "ocr-batch", "ScalingReplicaSet", f"Scaled up replica set ocr-batch-{c.hash} to 3", "06:12", component="deployment-controller", type="Normal")
    c.shape("node_cpu_utilization", f"node={NODES[0]}", lambda m: 0.06, 0.1)
    c.shape("node_cpu_utilization", f"node={NODES[2]}", lambda m: 0.38, 0.05)
    c.monitor("documents waiting for ocr", True)
    c.alert("KubernetesPodPending", "06:30", pod=waiting[0], title="ocr-batch does not start", summary="All three pods are Pending for 15 minutes.",
            suspected_symptom="The cluster is out of GPU capacity?")
    c.answer("configuration_error", "The pods select the gpu pool but have no toleration for its taint dedicated=gpu. The gpu nodes are idle, so it is not capacity.", ["taint"], CONFIG)
    return c


def missing_config_key(name):
    c = Cluster(name, "tax-engine", "billing", "2026-01-26", "10:00", "10:37")
    three_nodes(c)
    told = "couldn't find key VAT_TABLE_URL in ConfigMap billing/tax-engine"
    stuck = [c.pod(s, n, "10:14", {"waiting": {"reason": "CreateContainerConfigError", "message": told}}, phase="Pending") for s, n in (("g2h7d", NODES[0]), ("s9wlk", NODES[1]))]
    for s, n in (("b8mzc", NODES[1]), ("kf4tv", NODES[2])):
        c.pod(s, n, "2026-01-20T09:00:00Z", revision="6b5f9c7d48")
    c.deployment(3, 2, updated=2, created="10:14", progressing=f'ReplicaSet "tax-engine-{c.hash}" has timed out progressing.', old=("6b5f9c7d48", 2))
    for pod in stuck:
        c.event("Pod", pod, "Failed", "Error: " + told, "10:14", "10:36", 101)
        c.event("Pod", pod, "Pulled", "Container image already present on machine", "10:14", "10:36", 102, type="Normal")
    c.app_lines("tax-engine-6b5f9c7d48-b8mzc", "info", "computed tax for invoice {id}", every=60)
    c.monitor("billing invoice errors", False)
    c.alert("KubernetesDeploymentRolloutStuck", "10:26", "warning", title="Rollout of tax-engine hangs", summary="The new pods of tax-engine are not ready for ten minutes.",
            description="Old pods continue to serve.")
    c.answer("configuration_error", "The new revision reads the key VAT_TABLE_URL, which the ConfigMap does not have, so its containers cannot be created.", ["VAT_TABLE_URL", "ConfigMap"], CONFIG)
    return c


def secret_not_mounted(name):
    c = Cluster(name, "ledger-api", "finance", "2026-01-28", "16:00", "16:39")
    three_nodes(c)
    told = 'MountVolume.SetUp failed for volume "client-tls" : secret "ledger-client-tls-2026" not found'
    creating = {"waiting": {"reason": "ContainerCreating"}}
    stuck = [c.pod(s, n, "16:11", creating, phase="Pending") for s, n in (("7hq2m", NODES[0]), ("zt5cx", NODES[2]))]
    c.pod("p4r8w", NODES[1], "2026-01-22T12:00:00Z", revision="5d8cbb6f7c")
    c.deployment(3, 1, updated=2, created="16:11", old=("5d8cbb6f7c", 1))
    for pod in stuck:
        c.event("Pod", pod, "Scheduled", f"Successfully assigned finance/{pod}", "16:11", component="default-scheduler", type="Normal")
        c.event("Pod", pod, "FailedMount", told, "16:11", "16:37", 20)
    c.event("Node", NODES[0], "ImageGCFailed", "failed to get image stats: rpc error: timeout", "13:40", "13:41", 2)
    c.app_lines("ledger-api-5d8cbb6f7c-p4r8w", "warn", "worker queue {n}, answers are slower", "16:13", every=80, n=(60, 240))
    c.monitor("finance ledger latency", True)
    c.alert("KubernetesContainerWaiting", "16:30", pod=stuck[0], title="ledger-api: containers are not created", summary="Two pods of ledger-api are in ContainerCreating for 19 minutes.",
            suspected_symptom="A problem of the container runtime on the node?")
    c.answer("configuration_error", "The new revision mounts the secret ledger-client-tls-2026, which does not exist. Both nodes have it; the image message of one node is three hours old.",
             ["ledger-client-tls-2026", "secret"], CONFIG + ["infrastructure"])
    return c


def strict_liveness(name):
    c = Cluster(name, "quote-calc", "insurance", "2026-01-30", "12:00", "12:52")
    three_nodes(c)
    c.container["livenessProbe"] = {"httpGet": {"path": "/live", "port": 8080}, "timeoutSeconds": 1, "periodSeconds": 5, "failureThreshold": 1}
    killed = {"terminated": {"exitCode": 137, "reason": "Error", "startedAt": c.stamp("12:33"), "finishedAt": c.stamp("12:41:07")}}
    pods = [c.pod(s, n, "2026-01-29T17:30:00Z", {"running": {"startedAt": c.stamp("12:41:09")}}, killed, restarts=r, ready=True)
            for s, n, r in (("c7vmd", NODES[0], 9), ("jn3xp", NODES[1], 8), ("t6qzw", NODES[2], 9))]
    c.deployment(3, 3, created="2026-01-29T17:30:00Z")
    for pod in pods:
        c.event("Pod", pod, "Unhealthy", 'Liveness probe failed: Get "http://10.4.2.31:8080/live": context deadline exceeded (Client.Timeout exceeded while awaiting headers)', "10:10", "12:41", 9)
        c.event("Pod", pod, "Killing", "Container quote-calc failed liveness probe, will be restarted", "10:10", "12:41", 9, type="Normal")
        c.shape("container_memory_working_set_mib", f"pod={pod};container=quote-calc", lambda m: 301, 0.04)
        c.podlog(pod, "2026-01-30T12:41:09Z INFO started in 6.1s\n2026-01-30T12:42:00Z INFO quote computed in 240ms",
                 "2026-01-30T12:40:31Z INFO quote computed in 260ms\n2026-01-30T12:41:04Z INFO yearly table rebuild started, usually 2-3s\n2026-01-30T12:41:07Z INFO SIGTERM received")
    c.app_lines(pods[0], "info", "quote computed in {n}ms", every=60, n=(180, 320))
    c.monitor("insurance quotes interrupted", True)
    c.alert("KubernetesPodRestarting", "12:42", pod=pods[0], title="quote-calc restarts again and again", summary="26 restarts of quote-calc since yesterday evening, exit code 137.",
            suspected_symptom="Out of memory? The limit is 512Mi.")
    c.answer("configuration_error", "The liveness probe gives the application one second, once; every table rebuild of two to three seconds kills it. Memory is at 300 of 512Mi and nothing was OOM killed.",
             ["liveness", "probe"], CONFIG)
    return c


def readiness_wrong_port(name):
    c = Cluster(name, "geo-lookup", "maps", "2026-02-01", "09:30", "10:11")
    three_nodes(c)
    c.container["readinessProbe"] = {"httpGet": {"path": "/ready", "port": 9090}, "periodSeconds": 10}
    pods = [c.pod(s, n, "09:41", ready=False) for s, n in (("f2lkp", NODES[0]), ("q7vbn", NODES[1]))]
    c.pod("x4dwr", NODES[2], "2026-01-18T08:00:00Z", revision="7c9dd5b6f8")
    c.deployment(2, 1, updated=2, created="09:41", old=("7c9dd5b6f8", 1), progressing=f'ReplicaSet "geo-lookup-{c.hash}" has timed out progressing.')
    for pod in pods:
        c.event("Pod", pod, "Unhealthy", 'Readiness probe failed: Get "http://10.4.7.12:9090/ready": dial tcp 10.4.7.12:9090: connect: connection refused', "09:41", "10:10", 174)
        c.podlog(pod, "2026-02-01T09:41:06Z INFO country tables loaded\n2026-02-01T09:41:07Z INFO http server listening on 0.0.0.0:8080\n2026-02-01T09:41:07Z INFO ready to serve")
        c.app_lines(pod, "info", "http server listening on 0.0.0.0:8080", "09:41", "09:42", every=30)
    c.monitor("maps lookup latency", True)
    c.alert("KubernetesPodNotReady", "09:58", pod=pods[0], title="geo-lookup: new pods are never ready", summary="Two pods run without restarts but have not been ready for 15 minutes.",
            error="connection refused", suspected_symptom="The application hangs at start?")
    c.answer("configuration_error", "The readiness probe asks port 9090 while the application listens on 8080 and says it is ready.", ["readiness", "9090", "8080"], CONFIG + ["infrastructure"])
    return c


CASES = {"cluster-06": pending_for_taint, "cluster-07": missing_config_key, "cluster-08": secret_not_mounted, "cluster-09": strict_liveness, "cluster-10": readiness_wrong_port}
