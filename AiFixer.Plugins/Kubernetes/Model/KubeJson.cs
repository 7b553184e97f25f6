using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The API's objects, as far as they are read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(KubeVersion))]
[JsonSerializable(typeof(KubeKind))]
[JsonSerializable(typeof(KubeStatus))]
[JsonSerializable(typeof(Deployment))]
[JsonSerializable(typeof(KubeList<WrittenDeployment>))]
[JsonSerializable(typeof(Scale))]
[JsonSerializable(typeof(Pod))]
[JsonSerializable(typeof(KubeList<Pod>))]
[JsonSerializable(typeof(KubeList<ReplicaSet>))]
[JsonSerializable(typeof(KubeList<KubeEvent>))]
[JsonSerializable(typeof(Autoscaler))]
[JsonSerializable(typeof(KubeList<Autoscaler>))]
[JsonSerializable(typeof(KubeList<JsonElement>))]
[JsonSerializable(typeof(KubeList<Node>))]
[JsonSerializable(typeof(KubeList<PodUsage>))]
[JsonSerializable(typeof(KubeList<NodeUsage>))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(ResourceNeeds))]
[JsonSerializable(typeof(Pod.PodSpec))]
[JsonSerializable(typeof(Workload))]
[JsonSerializable(typeof(ExecAnswer))]
[JsonSerializable(typeof(AccessReview))]
[JsonSerializable(typeof(PodDeletions))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(WritePayload))]
internal sealed partial class KubeJson : JsonSerializerContext;
