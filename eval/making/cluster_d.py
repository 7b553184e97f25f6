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


CASES = {"cluster2-01": storage_class_missing}
