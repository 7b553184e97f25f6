"""More of the cluster: volumes, users, addresses, and nodes that come and go."""
from .cluster import Cluster
from .cluster_a import NODES, three_nodes

OTHERS = {"configuration_error": ["healthy", "unknown", "resource_exhaustion"], "resource_exhaustion": ["healthy", "unknown", "configuration_error"],
          "infrastructure": ["healthy", "unknown", "configuration_error", "resource_exhaustion"],
          "healthy": ["unknown", "resource_exhaustion", "configuration_error", "infrastructure"]}


class Workload(Cluster):
    def __init__(self, name, *more, **named):
        super().__init__(name, *more, **named)
        self.suite = name.rsplit("-", 1)[0]


def storage_class_missing(name):
    c = Workload(name, "tile-store", "maps", "2026-04-13", "08:00", "08:38")
    three_nodes(c)
    told = "0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling."
    stuck = [c.pod(s, None, "08:09", scheduled=told, phase="Pending") for s in ("fx2lw", "p9d7k")]
    c.pod("zz5rt", NODES[0], "2026-03-22T10:00:00Z", revision="7c8d5b96f4")
    c.deployment(3, 1, updated=2, created="08:09", old=("7c8d5b96f4", 1), progressing=f'ReplicaSet "tile-store-{c.hash}" has timed out progressing.')
    for pod in stuck:
        c.event("Pod", pod, "FailedScheduling", told, "08:09", "08:37", 7, component="default-scheduler")
    for claim in ("tiles-cache-fx2lw", "tiles-cache-p9d7k"):
        c.event("PersistentVolumeClaim", claim, "ProvisioningFailed", 'storageclass.storage.k8s.io "fast-nvme" not found', "08:09", "08:37", 114, component="persistentvolume-controller")
    c.event("Node", NODES[2], "NodeHasNoDiskPressure", f"Node {NODES[2]} status is now: NodeHasNoDiskPressure", "06:12", type="Normal")
    c.app_lines("tile-store-7c8d5b96f4-zz5rt", "info", "tile z={z} x={x} served {ms}ms", every=60, z=(4, 14), x=(100, 9000), ms=(2, 9))
    c.monitor("maps tiles p95", False)
    c.monitor("maps pods pending", True)
    c.alert("KubernetesPodPending", "08:24", "warning", pod=stuck[0], title="tile-store: two pods are pending", summary="Pods of the new revision have waited a quarter of an hour for a node.",
            suspected_symptom="Out of capacity? A node had disk pressure this morning.")
    c.answer("configuration_error", 'The new revision claims volumes of the storage class "fast-nvme", which the cluster does not have, so they are never provisioned and the pods never placed. Nodes have room and no pressure.',
             ["fast-nvme", "storageclass"], OTHERS["configuration_error"])
    return c


def wrong_architecture(name):
    c = Workload(name, "speech-api", "media", "2026-04-21", "16:00", "16:37")
    for node in NODES:
        c.node(node, labels={"kubernetes.io/arch": "amd64", "kubernetes.io/os": "linux"})
    died = {"terminated": {"exitCode": 255, "reason": "Error", "startedAt": c.stamp("16:33:10"), "finishedAt": c.stamp("16:33:10")}}
    loop = {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container=speech-api"}}
    image = "registry.internal/media/speech-api:4.1.0-arm64"
    c.container["image"] = image
    bad = c.pod("lq2xc", NODES[1], "16:08", loop, died, restarts=8)
    for s, n in (("wd6fk", NODES[0]), ("v9s2m", NODES[2])):
        c.pod(s, n, "2026-04-02T09:00:00Z", revision="5f4c9d7b88", image="registry.internal/media/speech-api:4.0.7")
    c.deployment(2, 2, updated=1, created="16:08", old=("5f4c9d7b88", 2), progressing=f'ReplicaSet "speech-api-{c.hash}" has timed out progressing.')
    c.event("Pod", bad, "Pulled", f'Successfully pulled image "{image}" in 6.1s', "16:08", type="Normal")
    c.event("Pod", bad, "BackOff", f"Back-off restarting failed container speech-api in pod {bad}", "16:08", "16:36", 121)
    c.event("Node", NODES[1], "SystemOOM", "System OOM encountered, victim process: chrome, pid: 8812", "2026-04-19T03:12:00Z")
    c.podlog(bad, "exec /usr/local/bin/speech-api: exec format error", "exec /usr/local/bin/speech-api: exec format error")
    c.app_lines("speech-api-5f4c9d7b88-wd6fk", "info", "transcribed clip={id} took={ms}ms", every=60, ms=(300, 900))
    c.monitor("speech transcription errors", False)
    c.alert("KubernetesPodCrashLooping", "16:22", pod=bad, title="speech-api: the new pod does not come up", summary="CrashLoopBackOff right after the start, no log of the application.",
            suspected_symptom="The node had an OOM two days ago; memory again?")
    c.answer("configuration_error", "The new revision runs an image that was built for arm64 (exec format error); all nodes are amd64. It dies before the program starts, with exit 255 and not 137: no memory is involved.",
             ["exec format error", "arm64"], OTHERS["configuration_error"])
    return c


def addresses_used_up(name):
    c = Workload(name, "checkin-api", "airport", "2026-05-08", "05:30", "06:09")
    three_nodes(c)
    told = ('Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox: plugin type="aws-cni" name="aws-cni" failed (add): '
            "add cmd: failed to assign an IP address to container")
    waiting = {"waiting": {"reason": "ContainerCreating"}}
    stuck = [c.pod(s, n, "05:41", waiting, phase="Pending") for s, n in (("4mz8x", NODES[0]), ("9tq2k", NODES[1]), ("kd7ws", NODES[2]), ("pv5hn", NODES[2]))]
    for s, n in (("b6lcr", NODES[0]), ("x2gfj", NODES[1])):
        c.pod(s, n, "2026-05-01T03:00:00Z")
    c.deployment(6, 2)
    for pod in stuck:
        c.event("Pod", pod, "FailedCreatePodSandBox", told, "05:41", "06:08", 96)
    c.event("HorizontalPodAutoscaler", "checkin-api", "SuccessfulRescale", "New size: 6; reason: cpu resource utilization (percentage of request) above target", "05:40:30", component="horizontal-pod-autoscaler", type="Normal")
    c.app_lines("checkin-api-%s-b6lcr" % c.hash, "info", "checked in pnr={id} seat={n}C", every=50, n=(1, 34))
    c.log("aws-node", "error", "05:41:12", "Unable to allocate IP: InsufficientFreeAddressesInSubnet: the specified subnet subnet-0b7c does not have enough free addresses (free=0 of 251)", {"host": NODES[0]})
    c.log("aws-node", "error", "05:44:40", "Unable to allocate IP: InsufficientFreeAddressesInSubnet: the specified subnet subnet-0b7c does not have enough free addresses (free=0 of 251)", {"host": NODES[2]})
    c.monitor("airport check-in latency p95", True)
    c.alert("KubernetesDeploymentReplicasMismatch", "05:55", title="checkin-api: 2 of 6 replicas", summary="Four pods are in ContainerCreating since the autoscaler asked for them.",
            suspected_symptom="Image pull slow? Nodes show no pressure.")
    c.answer("resource_exhaustion", "The subnet has no free addresses left, so the network plugin cannot give the four new pods one and their sandboxes are not created. Images, nodes and configuration are fine; the two old pods have theirs.",
             ["IP address", "subnet"], OTHERS["resource_exhaustion"])
    return c


def node_came_back(name):
    c = Workload(name, "menu-api", "restaurants", "2026-06-09", "12:00", "12:52")
    three_nodes(c)
    c.pod("d2mqx", NODES[0], "2026-06-01T08:00:00Z")
    c.pod("gk8vt", NODES[1], "12:19:30")
    c.pod("t7wzc", NODES[2], "2026-06-01T08:00:00Z")
    c.deployment(3, 3)
    gone = f"menu-api-{c.hash}-ns4rp"
    c.event("Node", NODES[1], "NodeNotReady", f"Node {NODES[1]} status is now: NodeNotReady", "12:13:40", component="node-controller", type="Normal")
    c.event("Pod", gone, "TaintManagerEviction", f"Marking for deletion Pod restaurants/{gone}", "12:18:40", component="taint-eviction-controller", type="Normal")
    c.event("Pod", gone, "NodeNotReady", "Node is not ready", "12:13:45", component="node-controller")
    c.event("Node", NODES[1], "NodeReady", f"Node {NODES[1]} status is now: NodeReady", "12:19:10", type="Normal")
    c.event("Pod", f"menu-api-{c.hash}-gk8vt", "Started", "Started container menu-api", "12:19:34", type="Normal")
    c.app_lines(f"menu-api-{c.hash}-gk8vt", "info", "menu served restaurant={n} {ms}ms", "12:20", every=50, n=(100, 900), ms=(4, 22))
    c.app_lines(f"menu-api-{c.hash}-d2mqx", "info", "menu served restaurant={n} {ms}ms", every=70, n=(100, 900), ms=(4, 22))
    c.monitor("restaurants menu error rate", False)
    c.monitor("restaurants nodes ready", False)
    c.alert("KubeNodeNotReady", "12:16", title="worker of menu-api is NotReady", summary="A node stopped reporting; a pod of menu-api runs there.",
            description="Opened at 12:16, no update since.", suspected_symptom="Lost node; pods will get stuck terminating?")
    c.answer("healthy", "The node was NotReady for five and a half minutes and is back since 12:19; the pod that was on it was replaced, all three are ready for half an hour, monitors are quiet. Nothing is left to do for the workload.",
             ["ready"], OTHERS["healthy"])
    return c


def spot_taken_back(name):
    c = Workload(name, "thumbnailer", "media", "2026-06-24", "18:00", "18:31")
    c.node("spot-a1", ready="Unknown", beat="18:19:20", labels={"node.kubernetes.io/lifecycle": "spot"}, taints=[{"key": "node.kubernetes.io/unreachable", "effect": "NoExecute"}])
    c.node("spot-a2", ready="Unknown", beat="18:19:40", labels={"node.kubernetes.io/lifecycle": "spot"}, taints=[{"key": "node.kubernetes.io/unreachable", "effect": "NoExecute"}])
    c.node("base-1", labels={"node.kubernetes.io/lifecycle": "on-demand"})
    for s, n in (("c4vzk", "spot-a1"), ("mm8rt", "spot-a1"), ("q6xhd", "spot-a2")):
        c.pod(s, n, "2026-06-24T06:00:00Z", ready=False, deleted="18:25:10")
    told = "0/3 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 2 node(s) had untolerated taint {node.kubernetes.io/unreachable: }."
    waiting = [c.pod(s, None, "18:25:12", scheduled=told, phase="Pending") for s in ("b2jnw", "h9dlp", "zk5fs")]
    c.deployment(3, 0)
    for node, at in (("spot-a1", "18:17:02"), ("spot-a2", "18:17:20")):
        c.event("Node", node, "SpotInterruption", f"Spot Interruption notice for instance of {node}: the instance will be reclaimed at {c.stamp('18:19')}", at, component="aws-node-termination-handler")
        c.event("Node", node, "NodeNotReady", f"Node {node} status is now: NodeNotReady", "18:20:10", component="node-controller", type="Normal")
    for pod in waiting:
        c.event("Pod", pod, "FailedScheduling", told, "18:25:14", "18:30", 3, component="default-scheduler")
    c.log("cluster-autoscaler", "info", "18:25:40", "scale-up of group spot-a from 0 to 2: instances requested")
    c.app_lines(f"thumbnailer-{c.hash}-c4vzk", "info", "resized {id}.jpg {ms}ms", end="18:19", every=50, ms=(20, 90))
    c.monitor("media thumbnails queue age", True)
    c.alert("KubernetesDeploymentUnavailable", "18:26", title="thumbnailer: 0 of 3 replicas", summary="All pods of thumbnailer are gone at once.", suspected_symptom="Bad rollout? A node selector changed last week.")
    c.answer("infrastructure", "Both spot nodes were taken back by the cloud at 18:19, announced two minutes before, and all three pods were on them. No rollout took place; replacements wait until the node group, for which instances have been requested, has nodes again.",
             ["spot"], OTHERS["infrastructure"])
    return c


def may_not_be_root(name):
    c = Workload(name, "badge-printer", "events", "2026-07-15", "07:00", "07:36")
    three_nodes(c)
    c.container["securityContext"] = {"runAsNonRoot": True}
    told = 'container has runAsNonRoot and image will run as root (pod: "badge-printer", container: badge-printer)'
    stuck = c.pod("vv2mk", NODES[0], "07:08", {"waiting": {"reason": "CreateContainerConfigError", "message": told}}, phase="Pending")
    for s, n in (("l8sdx", NODES[1]), ("n4qtr", NODES[2])):
        c.pod(s, n, "2026-07-02T06:00:00Z", revision="6fd87b5c49", own={"securityContext": {}})
    c.deployment(3, 2, updated=1, created="07:08", old=("6fd87b5c49", 2))
    c.event("Pod", stuck, "Failed", f"Error: {told}", "07:08", "07:35", 128)
    c.event("Pod", stuck, "Pulled", 'Container image "registry.internal/events/badge-printer:3.14.0" already present on machine', "07:08", "07:35", 128, type="Normal")
    c.event("Pod", "badge-printer-6fd87b5c49-l8sdx", "Unhealthy", "Readiness probe failed: context deadline exceeded", "2026-07-14T22:10:00Z", count=2)
    c.app_lines("badge-printer-6fd87b5c49-l8sdx", "info", "badge {id} printed", every=60)
    c.monitor("events badges per minute", False)
    c.alert("KubernetesContainerWaiting", "07:24", "warning", pod=stuck, title="badge-printer: a container does not start", summary="The container has been waiting for a quarter of an hour.", suspected_symptom="A missing ConfigMap or Secret?")
    c.answer("configuration_error", "The new revision demands runAsNonRoot, but the image has root as its user, so the kubelet refuses to create the container. Image, secrets and config maps are there; the old pods do not have the setting.",
             ["runAsNonRoot", "root"], OTHERS["configuration_error"])
    return c


def scaled_in_at_night(name):
    c = Workload(name, "quote-api", "insurance", "2026-08-03", "21:30", "22:24")
    three_nodes(c)
    for s, n in (("f7kxm", NODES[0]), ("r3vbd", NODES[2])):
        c.pod(s, n, "2026-08-03T06:10:00Z")
    c.deployment(2, 2)
    c.event("HorizontalPodAutoscaler", "quote-api", "SuccessfulRescale", "New size: 2; reason: All metrics below target", "21:58:10", component="horizontal-pod-autoscaler", type="Normal")
    c.event("Deployment", "quote-api", "ScalingReplicaSet", f"Scaled down replica set quote-api-{c.hash} to 2 from 6", "21:58:11", component="deployment-controller", type="Normal")
    for s in ("2gqhz", "8mdtw", "p5njc", "x9lsv"):
        c.event("Pod", f"quote-api-{c.hash}-{s}", "Killing", "Stopping container quote-api", "21:58:12", type="Normal")
    c.event("Pod", f"quote-api-{c.hash}-p5njc", "Unhealthy", "Readiness probe failed: Get \"http://10.42.2.19:8080/ready\": dial tcp 10.42.2.19:8080: connect: connection refused", "21:58:21")
    for pod in ("f7kxm", "r3vbd"):
        c.app_lines(f"quote-api-{c.hash}-{pod}", "info", "quote {id} in {ms}ms", every=60, ms=(20, 60))
    c.monitor("insurance quote error rate", False)
    c.monitor("insurance quote latency p95", False)
    c.alert("KubernetesReplicasDropped", "22:00", "warning", title="quote-api: replicas fell from 6 to 2", summary="Four pods of quote-api ended within a minute; a readiness probe failed.",
            suspected_symptom="Pods are being killed?")
    c.answer("healthy", "The autoscaler took four pods away after office hours because there is little to do; the refused probe belongs to one of them while it stopped. Both pods that are wanted are ready, monitors are quiet.",
             ["autoscaler"], OTHERS["healthy"])
    return c


CASES = {"cluster2-01": storage_class_missing, "cluster2-02": wrong_architecture, "cluster2-03": addresses_used_up, "cluster2-04": node_came_back,
         "cluster2-05": spot_taken_back, "cluster2-06": may_not_be_root, "cluster2-07": scaled_in_at_night}
