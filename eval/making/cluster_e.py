"""More workloads: heaps, probes, autoscalers, rules of the network, labels."""
from .cluster_a import NODES, three_nodes
from .cluster_d import OTHERS, Workload


def heap_and_more(name):
    c = Workload(name, "route-planner", "logistics", "2026-09-30", "17:00", "18:14")
    three_nodes(c)
    c.container.update(resources={"requests": {"cpu": "500m", "memory": "1536Mi"}, "limits": {"cpu": "2", "memory": "1536Mi"}},
                       env=[{"name": "JAVA_TOOL_OPTIONS", "value": "-Xmx1200m -XX:MaxMetaspaceSize=192m"}, {"name": "TZ", "value": "UTC"}])
    killed = lambda at: {"terminated": {"exitCode": 137, "reason": "OOMKilled", "startedAt": c.stamp("17:02"), "finishedAt": c.stamp(at)}}
    one = c.pod("c8kzv", NODES[0], "2026-09-02T06:00:00Z", {"running": {"startedAt": c.stamp("18:02:41")}}, killed("18:02:38"), restarts=4)
    two = c.pod("jm4tq", NODES[2], "2026-09-02T06:00:00Z", {"running": {"startedAt": c.stamp("18:09:20")}}, killed("18:09:17"), restarts=3)
    three = c.pod("w7nxd", NODES[1], "2026-09-02T06:00:00Z")
    c.deployment(3, 3, created="2026-09-02T06:00:00Z")
    for pod, first, last, count in ((one, "17:31:04", "18:02:41", 4), (two, "17:40:12", "18:09:20", 3)):
        c.event("Pod", pod, "Started", "Started container route-planner", first, last, count, type="Normal")
        c.event("Pod", pod, "Unhealthy", 'Readiness probe failed: Get "http://10.42.3.8:8080/actuator/health/readiness": dial tcp 10.42.3.8:8080: connect: connection refused', first, last, count * 3)
    c.event("Node", NODES[1], "NodeHasSufficientMemory", f"Node {NODES[1]} status is now: NodeHasSufficientMemory", "2026-09-29T04:02:00Z", type="Normal")
    for pod, phase in ((one, 0), (two, 9)):
        c.shape("container_memory_working_set_mib", f"pod={pod};container=route-planner", lambda m, p=phase: 1210 if m < 22 else 1180 + ((m + p) * 37) % 350, 0.01)
        c.shape("jvm_memory_used_mib", f"pod={pod};area=heap", lambda m, p=phase: 610 if m < 22 else 700 + ((m + p) * 37) % 340, 0.02)
        c.shape("jvm_memory_used_mib", f"pod={pod};area=nonheap", lambda m: 231, 0.01)
        c.shape("jvm_threads_live", f"pod={pod}", lambda m: 84 if m < 22 else 268, 0.02)
        c.podlog(pod, "2026-09-30T18:09:31.114Z INFO  Started RoutePlanner in 9.8 seconds\n2026-09-30T18:09:58.402Z INFO  planning tour 26-4118: 612 stops",
                 "2026-09-30T17:58:11.204Z INFO  planning tour 26-4102: 640 stops\n2026-09-30T18:01:40.871Z INFO  planning tour 26-4107: 688 stops\n"
                 "2026-09-30T18:02:20.015Z INFO  [gc] GC(412) Pause Young 1038M->871M(1200M) 41.2ms\n2026-09-30T18:02:36.790Z INFO  planning tour 26-4109: 702 stops")
        c.app_lines(pod, "info", "planning tour 26-{n}: {k} stops", every=60, n=(4000, 4200), k=(40, 700))
    c.app_lines(three, "info", "planning tour 26-{n}: {k} stops", every=120, n=(4000, 4200), k=(20, 90))
    c.shape("node_memory_available_ratio", f"node={NODES[0]}", lambda m: 0.46, 0.03)
    c.monitor("logistics tours waiting", True)
    c.monitor("logistics planner errors", False)
    c.alert("KubernetesPodRestarting", "18:04", pod=one, title="route-planner restarts", summary="Two pods of route-planner have restarted seven times within the hour, at the end of the month.",
            error="Readiness probe failed: connection refused", suspected_symptom="Crash in the planner? No exception is logged, and the heap never reaches -Xmx.")
    c.answer("resource_exhaustion", "The kernel kills the containers at their memory limit of 1536Mi (OOMKilled, 137): the tours of the month's end need a heap of a gigabyte, and with 230 MiB outside the heap and 268 threads' stacks that is all there is. "
             "Java sees no OutOfMemoryError, since the heap stays below -Xmx1200m. Nothing was rolled out since the 2nd, nodes have memory.",
             ["OOMKilled", "heap", "limit"], ["healthy", "unknown", "infrastructure"])
    return c


def path_of_the_probe(name):
    c = Workload(name, "loadout-api", "game", "2026-10-01", "13:00", "13:42")
    for n, node in enumerate(NODES):
        c.node(node, labels={"topology.kubernetes.io/zone": f"eu-central-1{'abc'[n]}"})
    c.container.update(image="registry.internal/game/loadout-api:5.0.1",
                       readinessProbe={"httpGet": {"path": "/health/ready", "port": 8080}, "periodSeconds": 5, "failureThreshold": 3},
                       livenessProbe={"tcpSocket": {"port": 8080}, "periodSeconds": 10})
    new = [c.pod(s, n, "13:09", ready=False) for s, n in (("4hxvq", NODES[0]), ("t2mzk", NODES[1]))]
    old = [c.pod(s, n, "2026-09-14T09:00:00Z", revision="84d6c7f9b5", image="registry.internal/game/loadout-api:4.22.3") for s, n in (("dl9wp", NODES[0]), ("nn6rc", NODES[1]), ("xq3bf", NODES[2]))]
    c.deployment(4, 3, updated=2, created="13:09", old=("84d6c7f9b5", 3), progressing=f'ReplicaSet "loadout-api-{c.hash}" has timed out progressing.')
    for pod in new:
        c.event("Pod", pod, "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 404", "13:09:20", "13:41:50", 391)
        c.event("Pod", pod, "Started", "Started container loadout-api", "13:09:06", type="Normal")
        c.podlog(pod, "13:09:08.210 INFO  loadout-api 5.0.1 (profile=prod)\n13:09:09.902 INFO  connected to loadouts-db, pool 10\n13:09:10.114 INFO  management endpoints: /q/health/live, /q/health/ready, /q/metrics\n"
                 "13:09:10.115 INFO  listening on http://0.0.0.0:8080\n13:09:20.331 INFO  GET /health/ready 404\n13:09:25.330 INFO  GET /health/ready 404")
        c.app_lines(pod, "info", "GET /health/ready 404 agent=kube-probe/1.30", "13:09", every=140)
    for pod in old:
        c.app_lines(pod, "info", ["GET /loadouts/{id} 200 {n}ms", "GET /health/ready 200 agent=kube-probe/1.30"], every=120, n=(3, 19))
        c.shape("http_5xx_ratio", f"pod={pod}", lambda m: 0.0004, 0.3)
    c.app_lines(old[1], "warn", "loadouts-db: slow statement {n}ms", every=700, n=(210, 300))
    c.event("Pod", old[2], "Unhealthy", 'Readiness probe failed: Get "http://10.42.2.7:8080/health/ready": context deadline exceeded', "2026-09-30T20:14:00Z", count=2)
    c.monitor("game loadouts error rate", False)
    c.monitor("game loadouts database latency", False)
    c.alert("KubernetesDeploymentRolloutStuck", "13:25", "warning", title="loadout-api 5.0.1 does not finish", summary="New pods are Running but never Ready; no restarts. Yesterday a probe of an old pod had timed out.",
            suspected_symptom="Database too slow for the new version?")
    c.answer("configuration_error", "Version 5 serves its readiness at /q/health/ready; the probe of the deployment still asks /health/ready and gets 404 for ever. The application is up, connected, and listens on the right port.",
             ["readiness", "404", "/q/health/ready"], OTHERS["configuration_error"] + ["infrastructure"])
    return c


def autoscaler_without_requests(name):
    c = Workload(name, "session-api", "game", "2026-10-02", "18:00", "19:38")
    three_nodes(c)
    c.container["resources"] = {"requests": {"cpu": "500m", "memory": "512Mi"}, "limits": {"cpu": "1", "memory": "1Gi"}}
    pods = [c.pod(s, n, "15:20") for s, n in (("hk2dv", NODES[0]), ("zp8mw", NODES[2]))]
    for pod in c.kinds["pods"]:
        pod["spec"]["containers"].append({"name": "mesh-proxy", "image": "registry.internal/platform/mesh-proxy:1.23.0", "resources": {}})
        pod["status"]["containerStatuses"].append({"name": "mesh-proxy", "image": "registry.internal/platform/mesh-proxy:1.23.0", "imageID": "", "ready": True,
                                                   "started": True, "restartCount": 0, "state": {"running": {"startedAt": c.stamp("15:20")}}, "lastState": {}})
    c.deployment(2, 2, created="15:20", old=("5cf7d9886b", 0))
    told = "failed to get cpu utilization: missing request for cpu in container mesh-proxy of Pod %s"
    c.event("HorizontalPodAutoscaler", "session-api", "FailedGetResourceMetric", told % pods[0], "15:20:40", "19:37:30", 1029, component="horizontal-pod-autoscaler")
    c.event("HorizontalPodAutoscaler", "session-api", "FailedComputeMetricsReplicas", "invalid metrics (1 invalid out of 1), first error is: " + told % pods[0], "15:20:40", "19:37:30", 1029, component="horizontal-pod-autoscaler")
    c.event("HorizontalPodAutoscaler", "session-api", "SuccessfulRescale", "New size: 9; reason: cpu resource utilization (percentage of request) above target", "2026-10-01T18:31:00Z", component="horizontal-pod-autoscaler", type="Normal")
    c.event("HorizontalPodAutoscaler", "session-api", "SuccessfulRescale", "New size: 2; reason: All metrics below target", "2026-10-02T03:10:00Z", component="horizontal-pod-autoscaler", type="Normal")
    for pod in pods:
        c.shape("container_cpu_usage_cores", f"pod={pod};container=session-api", lambda m: min(0.99, 0.31 + m * 0.013), 0.02)
        c.shape("container_cpu_cfs_throttled_ratio", f"pod={pod};container=session-api", lambda m: 0 if m < 40 else min(0.61, (m - 40) * 0.014), 0.04)
        c.app_lines(pod, "info", "POST /sessions 201 {n}ms", "18:00", "18:50", every=80, n=(9, 40))
        c.app_lines(pod, "warn", "POST /sessions 201 {n}ms, {k} requests wait", "18:50", every=90, n=(900, 4800), k=(40, 310))
    c.shape("requests_per_second", "service=session-api", lambda m: 300 + min(62, m) * 14, 0.03)
    c.shape("http_p99_ms", "service=session-api", lambda m: 45 if m < 42 else 45 + min(4800, (m - 42) * 130))
    for node in NODES:
        c.shape("node_cpu_utilization", f"node={node}", lambda m: 0.29, 0.05)
    c.log("metrics-server", "info", "18:00:20", "Scraping metrics from 3 nodes took 41ms", {"namespace": "kube-system"})
    c.monitor("game sessions latency p99", True)
    c.monitor("game sessions error rate", False)
    c.alert("HighLatency", "19:06", title="session-api p99 above 2 s", summary="p99 of session-api has been rising since 18:42; two of two replicas are Ready. On other evenings there are nine.",
            suspected_symptom="More players than ever? Is metrics-server broken?")
    c.answer("configuration_error", "The autoscaler cannot compute utilization since this afternoon's rollout added the container mesh-proxy without a CPU request, so it stays at 2 replicas while the evening comes as always; it had made nine of them yesterday. "
             "metrics-server answers and the nodes are mostly idle.", ["mesh-proxy", "request", "autoscaler"], OTHERS["configuration_error"])
    return c


def names_may_not_be_asked(name):
    c = Workload(name, "claims-intake", "insurance-prod", "2026-10-05", "08:30", "09:26")
    three_nodes(c)
    text = ("wait-for-db: looking up claims-db.insurance-prod.svc.cluster.local\n;; connection timed out; no servers could be reached\n"
            "wait-for-db: looking up claims-db.insurance-prod.svc.cluster.local\n;; connection timed out; no servers could be reached\nwait-for-db: giving up after 120s")
    init = {"name": "wait-for-db", "image": "registry.internal/platform/wait-for:2.1", "ready": False, "restartCount": 8,
            "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container=wait-for-db"}},
            "lastState": {"terminated": {"exitCode": 1, "reason": "Error", "startedAt": c.stamp("09:19"), "finishedAt": c.stamp("09:21")}}}
    waiting = {"waiting": {"reason": "PodInitializing"}}
    stuck = c.pod("b8qlx", NODES[1], "08:41", waiting, phase="Pending", init=init)
    for s, n in (("5rzkd", NODES[0]), ("vw2ht", NODES[2])):
        c.pod(s, n, "2026-09-21T07:00:00Z")
    c.deployment(3, 2)
    c.event("Pod", stuck, "BackOff", f"Back-off restarting failed container wait-for-db in pod {stuck}", "08:45", "09:25", 96)
    c.event("Pod", stuck, "Scheduled", f"Successfully assigned insurance-prod/{stuck} to {NODES[1]}", "08:41", component="default-scheduler", type="Normal")
    c.event("Deployment", "claims-intake", "ScalingReplicaSet", f"Scaled up replica set claims-intake-{c.hash} to 3 from 2", "08:41", component="deployment-controller", type="Normal")
    c.event("NetworkPolicy", "default-deny-egress", "Applied", "policy default-deny-egress (podSelector: {}, policyTypes: [Egress]) applied by deployer of repository cluster-baseline", "2026-10-02T16:20:00Z", component="cilium-operator", type="Normal")
    c.event("NetworkPolicy", "allow-egress-claims-intake", "Applied", "policy allow-egress-claims-intake (egress to claims-db:5432) applied by deployer of repository cluster-baseline", "2026-10-02T16:20:02Z", component="cilium-operator", type="Normal")
    c.texts[f"podlogs/insurance-prod__{stuck}__wait-for-db.log"] = text + "\n"
    c.texts[f"podlogs/insurance-prod__{stuck}__wait-for-db.previous.log"] = text + "\n"
    c.lines("claims-intake", "error", ";; connection timed out; no servers could be reached (claims-db.insurance-prod.svc.cluster.local)", "08:41", every=280, labels={"namespace": "insurance-prod", "pod": stuck, "container": "wait-for-db"})
    c.lines("cilium", "warn", "Policy denied (egress) insurance-prod/" + stuck + ":{p} -> kube-system/coredns-6f8b4:53 UDP", "08:41", every=140, labels={"namespace": "kube-system", "host": NODES[1]}, p=(30000, 60000))
    c.lines("coredns", "info", "10.42.{n}.{n}:{p} A IN {s} NOERROR 0.000{n}s", every=200, labels={"namespace": "kube-system"}, n=(1, 9), p=(30000, 60000), s=["policies-db.insurance.svc.cluster.local.", "kafka.platform.svc.cluster.local."])
    for s in ("5rzkd", "vw2ht"):
        c.app_lines(f"claims-intake-{c.hash}-{s}", "info", "claim {id} stored, connection age {n}h", every=160, n=(330, 339))
    c.shape("coredns_dns_request_duration_p99_ms", "service=coredns", lambda m: 1.1, 0.1)
    c.shape("coredns_ready_replicas", "service=coredns", lambda m: 2, 0)
    c.monitor("insurance claims errors", False)
    c.monitor("cluster dns errors", False)
    c.alert("KubernetesPodCrashLooping", "08:58", pod=stuck, title="claims-intake: init container keeps failing", summary="The third replica, added this morning, is in Init:CrashLoopBackOff; the other two work.",
            suspected_symptom="Is CoreDNS down, or the node's network?")
    c.answer("configuration_error", "Since Friday the namespace denies all egress that is not allowed, and what is allowed is the database but not DNS: the init container's lookups to coredns:53 are dropped. The two old pods live on connections opened before; "
             "CoreDNS answers everybody else.", ["egress", "DNS", "wait-for-db"], OTHERS["configuration_error"] + ["infrastructure"])
    return c


def label_of_the_pool(name):
    c = Workload(name, "ranking-batch", "game", "2026-10-09", "02:00", "02:48")
    for n in range(3):
        c.node(f"general-{n + 1}", cpu="8", labels={"pool": "general", "topology.kubernetes.io/zone": f"eu-central-1{'abc'[n]}"})
    for n in range(2):
        c.node(f"memory-{n + 1}", cpu="16", memory="256Gi", labels={"pool": "memory-optimized", "topology.kubernetes.io/zone": f"eu-central-1{'ab'[n]}"})
    c.container["resources"] = {"requests": {"cpu": "4", "memory": "64Gi"}, "limits": {"memory": "64Gi"}}
    told = "0/5 nodes are available: 5 node(s) didn't match Pod's node affinity/selector. preemption: 0/5 nodes are available: 5 Preemption is not helpful for scheduling."
    waiting = [c.pod(s, None, "02:05", scheduled=told, phase="Pending") for s in ("8nxkq", "wd4zt")]
    for pod in c.kinds["pods"]:
        pod["spec"]["nodeSelector"] = {"pool": "memory-optimised"}
    c.deployment(2, 0, created="02:05", progressing=f'ReplicaSet "ranking-batch-{c.hash}" has timed out progressing.', old=("6dbf8c7749", 0))
    for pod in waiting:
        c.event("Pod", pod, "FailedScheduling", told, "02:05", "02:46", 10, component="default-scheduler")
        c.event("Pod", pod, "NotTriggerScaleUp", "pod didn't trigger scale-up: 2 node(s) didn't match Pod's node affinity/selector, 1 max node group size reached", "02:05:20", "02:46", 240, component="cluster-autoscaler", type="Normal")
    c.event("Node", "general-2", "NodeHasInsufficientMemory", "Node general-2 status is now: NodeHasInsufficientMemory", "2026-10-08T23:40:00Z", type="Normal")
    c.event("Node", "general-2", "NodeHasSufficientMemory", "Node general-2 status is now: NodeHasSufficientMemory", "2026-10-08T23:52:00Z", type="Normal")
    for n in range(2):
        c.shape("node_memory_available_ratio", f"node=memory-{n + 1}", lambda m: 0.93, 0.01)
        c.shape("node_cpu_utilization", f"node=memory-{n + 1}", lambda m: 0.03, 0.1)
    for n in range(3):
        c.shape("node_memory_available_ratio", f"node=general-{n + 1}", lambda m: 0.18, 0.05)
    c.log("cluster-autoscaler", "info", "02:06:10", "node group general: max size 3 reached", {"namespace": "kube-system"})
    c.log("cluster-autoscaler", "info", "02:06:10", "node group memory: template has labels pool=memory-optimized, does not fit ranking-batch", {"namespace": "kube-system"})
    c.monitor("game ranking age", True)
    c.monitor("nodes memory", False)
    c.alert("KubernetesPodPending", "02:25", pod=waiting[0], title="ranking-batch is Pending", summary="Both pods have waited for twenty minutes; each asks for 64Gi.", error="max node group size reached",
            suspected_symptom="Not enough memory in the cluster? general-2 was short of it last night.")
    c.answer("configuration_error", "The pods select nodes with pool=memory-optimised, the nodes are labelled memory-optimized. Both of them are empty, so there is room; the group at its maximum is another one.",
             ["memory-optimised", "selector"], OTHERS["configuration_error"] + ["infrastructure"])
    return c


CASES = {"cluster3-01": heap_and_more, "cluster3-02": path_of_the_probe, "cluster3-03": autoscaler_without_requests, "cluster3-04": names_may_not_be_asked,
         "cluster3-05": label_of_the_pool}
