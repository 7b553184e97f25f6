"""Cluster cases: starts that fail, throttling, and three that are healthy."""
from .cluster import Cluster
from .cluster_a import NODES, three_nodes
from .cluster_b import CONFIG

BROKEN = ["unknown", "resource_exhaustion", "configuration_error", "infrastructure"]


def bad_environment(name):
    c = Cluster(name, "mail-relay", "messaging", "2026-02-04", "21:00", "21:36")
    three_nodes(c)
    died = {"terminated": {"exitCode": 2, "reason": "Error", "startedAt": c.stamp("21:31:00"), "finishedAt": c.stamp("21:31:01")}}
    loop = {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container=mail-relay"}}
    c.container["env"] = [{"name": "MAX_BATCH", "value": "5oo"}, {"name": "RELAY_HOST", "value": "smtp.messaging.svc"}]
    bad = [c.pod(s, n, "21:09", loop, died, restarts=8) for s, n in (("6wz4h", NODES[0]), ("kq9tb", NODES[1]))]
    c.pod("m8rcx", NODES[2], "2026-01-30T10:00:00Z", revision="84f6d5c9b7", own={"env": [{"name": "MAX_BATCH", "value": "250"}]})
    c.deployment(3, 1, updated=2, created="21:09", old=("84f6d5c9b7", 1))
    for pod in bad:
        c.event("Pod", pod, "BackOff", f"Back-off restarting failed container mail-relay in pod {pod}", "21:09", "21:35", 112)
        text = 'panic: config: MAX_BATCH: strconv.Atoi: parsing "5oo": invalid syntax\n\ngoroutine 1 [running]:\nmain.mustInt(...)\n\tcmd/relay/config.go:31'
        c.podlog(pod, text, text)
        c.app_lines(pod, "error", 'panic: config: MAX_BATCH: strconv.Atoi: parsing "5oo": invalid syntax', "21:09", every=200)
    c.event("Node", NODES[1], "NodeHasSufficientMemory", f"Node {NODES[1]} status is now: NodeHasSufficientMemory", "19:55", type="Normal")
    c.monitor("messaging queue age", True)
    c.alert("KubernetesPodCrashLooping", "21:25", pod=bad[0], title="CrashLoopBackOff — mail-relay", summary="New pods of mail-relay crash at start.", error="exit code 2")
    c.answer("configuration_error", 'The new revision sets MAX_BATCH to "5oo" (letters), which the program refuses to parse at start.', ["MAX_BATCH"], CONFIG)
    return c


def image_denied(name):
    c = Cluster(name, "label-print", "logistics", "2026-02-06", "05:00", "05:34")
    three_nodes(c)
    image = "registry.partner.example/print/label:9.2"
    told = f'Back-off pulling image "{image}": ErrImagePull: failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized'
    stuck = c.pod("h5n2v", NODES[2], "05:07", {"waiting": {"reason": "ImagePullBackOff", "message": told}}, phase="Pending", image=image)
    c.pod("r8bqd", NODES[0], "2026-01-11T06:00:00Z", image=image)
    c.deployment(2, 1)
    c.event("Pod", stuck, "Failed", f'Failed to pull image "{image}": failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized', "05:07", "05:31", 8)
    c.event("Pod", stuck, "BackOff", f'Back-off pulling image "{image}"', "05:07", "05:33", 95)
    c.event("Pod", stuck, "FailedToRetrieveImagePullSecret", "Unable to retrieve some image pull secrets (partner-registry); attempting to pull the image may not succeed.", "05:07", "05:33", 110)
    c.event("Pod", f"label-print-{c.hash}-w2mfc", "Preempted", "Preempted by pod 1f3c9a52 on node worker-c1", "05:06:40")
    c.app_lines(f"label-print-{c.hash}-r8bqd", "info", "printed label {id}", every=70)
    c.monitor("logistics labels per minute", False)
    c.alert("KubernetesPodImagePullBackOff", "05:20", "warning", pod=stuck, title="label-print: a replacement pod cannot start", summary="ImagePullBackOff for ten minutes. No deployment took place; the same image runs on another node.",
            suspected_symptom="Is the registry down?")
    c.answer("configuration_error", "The pull secret partner-registry cannot be found any more, so the registry answers 401. The other pod runs because its image was pulled weeks ago.",
             ["401", "partner-registry"], CONFIG)
    return c


def init_fails(name):
    c = Cluster(name, "claims-api", "insurance", "2026-02-08", "14:00", "14:41")
    three_nodes(c)
    text = 'psql: error: could not translate host name "claims-db-old.insurance.svc" to address: Name or service not known'
    init = {"name": "migrate", "image": "registry.internal/insurance/claims-migrate:41", "ready": False, "restartCount": 7,
            "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container=migrate"}},
            "lastState": {"terminated": {"exitCode": 2, "reason": "Error", "finishedAt": c.stamp("14:36:30")}}}
    waiting = {"waiting": {"reason": "PodInitializing"}}
    stuck = c.pod("v6thn", NODES[1], "14:12", waiting, phase="Pending", init=init)
    for s, n in (("dc3kw", NODES[0]), ("qm8zl", NODES[2])):
        c.pod(s, n, "2026-02-02T11:00:00Z", revision="69cb7f4d85")
    c.deployment(3, 2, updated=1, created="14:12", old=("69cb7f4d85", 2), progressing=f'ReplicaSet "claims-api-{c.hash}" has timed out progressing.')
    c.event("Pod", stuck, "BackOff", f"Back-off restarting failed container migrate in pod {stuck}", "14:12", "14:40", 120)
    c.texts[f"podlogs/insurance__{stuck}__migrate.log"] = text + "\n"
    c.texts[f"podlogs/insurance__{stuck}__migrate.previous.log"] = text + "\n"
    c.app_lines(stuck, "error", text, "14:12", every=300)
    c.app_lines("claims-api-69cb7f4d85-dc3kw", "info", "claim {id} stored in claims-db", every=60)
    c.monitor("insurance claims errors", False)
    c.alert("KubernetesDeploymentRolloutStuck", "14:25", "warning", title="claims-api rollout without progress", summary="One new pod is in Init:CrashLoopBackOff; the old pods work.",
            suspected_symptom="Database or DNS outage?")
    c.answer("configuration_error", "The init container migrate of the new revision is given the host claims-db-old, a name that does not exist; the running pods reach claims-db, so neither DNS nor the database is down.",
             ["migrate", "claims-db-old"], CONFIG)
    return c


def cpu_throttled(name):
    c = Cluster(name, "pdf-sign", "documents", "2026-02-10", "08:00", "08:49")
    three_nodes(c)
    c.container["resources"] = {"requests": {"cpu": "100m", "memory": "256Mi"}, "limits": {"cpu": "200m", "memory": "512Mi"}}
    pods = [c.pod(s, n, "2026-02-05T07:00:00Z") for s, n in (("b9xvk", NODES[0]), ("gw3fp", NODES[1]))]
    c.deployment(2, 2)
    for pod in pods:
        c.shape("container_cpu_cfs_throttled_ratio", f"pod={pod};container=pdf-sign", lambda m: 0.04 if m < 18 else 0.88, 0.03)
        c.shape("container_cpu_usage_cores", f"pod={pod};container=pdf-sign", lambda m: 0.09 if m < 18 else 0.2, 0.02)
        c.app_lines(pod, "warn", "signed document {id} in {n}ms (normally 300ms)", "08:19", every=120, n=(3900, 7000))
    c.shape("http_p99_ms", "service=pdf-sign", lambda m: 320 if m < 18 else 320 + min(5600, (m - 18) * 900))
    c.shape("requests_per_second", "service=pdf-sign", lambda m: 1.4 if m < 18 else 3.1)
    c.shape("node_cpu_utilization", f"node={NODES[0]}", lambda m: 0.27, 0.05)
    c.monitor("documents signing latency", True)
    c.alert("HighLatency", "08:31", title="Signing takes seconds", summary="p99 of pdf-sign is above 5s for ten minutes. Pods are Ready, there are no restarts and no events.",
            suspected_symptom="Slow certificate authority?")
    c.answer("resource_exhaustion", "Both containers are at their CPU limit of 200m and throttled nearly nine tenths of the time since the morning's requests came; the nodes are mostly idle.",
             ["throttl", "cpu"], ["healthy", "unknown", "infrastructure"])
    return c


def rollout_finished(name):
    c = Cluster(name, "faq-search", "support", "2026-02-12", "17:00", "17:40")
    three_nodes(c)
    pods = [c.pod(s, n, "17:08") for s, n in (("2mvxd", NODES[0]), ("n7zkq", NODES[1]), ("wh4tc", NODES[2]))]
    c.deployment(3, 3, created="17:08", old=("58d9f7cbb4", 0))
    c.event("Deployment", "faq-search", "ScalingReplicaSet", f"Scaled up replica set faq-search-{c.hash} to 3", "17:08", "17:11", 3, "deployment-controller", "Normal")
    c.event("Pod", "faq-search-58d9f7cbb4-xx2lp", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503", "17:09", "17:10", 4)
    c.event("Pod", "faq-search-58d9f7cbb4-xx2lp", "FailedKillPod", "error killing pod: context deadline exceeded", "17:11")
    for pod in pods:
        c.app_lines(pod, "info", ["answered {n} questions in the last minute", "index loaded, 41200 documents"], "17:09", every=140, n=(20, 60))
    c.monitor("support search errors", False)
    c.shape("kube_deployment_status_replicas_unavailable", "deployment=faq-search", lambda m: 1 if 8 <= m < 12 else 0, 0)
    c.alert("KubernetesDeploymentReplicasMismatch", "17:10", "warning", title="faq-search has unavailable replicas", summary="One replica of faq-search was unavailable at 17:10.",
            error="Readiness probe failed: HTTP probe failed with statuscode: 503")
    c.answer("healthy", "A rollout that has ended: the failed probes belong to a pod of the old revision while it was shut down; all three new pods are ready since 17:12.", ["rollout"], BROKEN, "easy")
    return c


def scheduled_check(name):
    c = Cluster(name, "wish-list", "shop", "2026-02-14", "06:00", "06:31")
    three_nodes(c)
    pods = [c.pod(s, n, "2026-02-03T15:00:00Z") for s, n in (("9xkcd", NODES[0]), ("lm4vt", NODES[2]))]
    c.deployment(2, 2)
    for pod in pods:
        c.app_lines(pod, "info", ["GET /lists/{id} 200 {n}ms", "connection pool 4/50"], every=150, n=(4, 30))
    c.monitor("shop wish list latency", False)
    c.monitor("shop wish list errors", False)
    c.alert("KubernetesScheduledHealthCheck", "06:26", "info", title="Daily check — wish-list", summary="Daily check of wish-list: pods, nodes, monitors.")
    c.answer("healthy", "Both pods are ready without restarts, nodes have no pressure, monitors are quiet, logs are routine.", ["normal"], BROKEN, "easy")
    return c


def old_oom(name):
    c = Cluster(name, "rate-import", "treasury", "2026-02-16", "11:00", "11:34")
    three_nodes(c)
    past = {"terminated": {"exitCode": 137, "reason": "OOMKilled", "startedAt": "2026-02-01T08:00:00Z", "finishedAt": "2026-02-07T02:14:51Z"}}
    pod = c.pod("z3wqp", NODES[1], "2026-02-01T07:59:00Z", {"running": {"startedAt": "2026-02-07T02:14:53Z"}}, past, restarts=1)
    other = c.pod("hd7nm", NODES[0], "2026-02-01T07:59:00Z")
    c.deployment(2, 2)
    for each in (pod, other):
        c.app_lines(each, "info", "imported {n} rates", every=150, n=(140, 170))
        c.shape("container_memory_working_set_mib", f"pod={each};container=rate-import", lambda m: 172, 0.03)
    c.monitor("treasury rates stale", False)
    c.alert("KubernetesContainerOOMKilled", "11:29", pod=pod, title="OOMKilled — rate-import", summary="Container rate-import was last terminated with reason OOMKilled.",
            description="The rule looks at the last termination reason.")
    c.answer("healthy", "The kill was nine days ago and the only one; since then the pod runs at a third of its limit. The rule repeats an old state.", ["OOMKilled"], BROKEN)
    return c


CASES = {"cluster-11": bad_environment, "cluster-12": image_denied, "cluster-13": init_fails, "cluster-14": cpu_throttled,
         "cluster-15": rollout_finished, "cluster-16": scheduled_check, "cluster-17": old_oom}
