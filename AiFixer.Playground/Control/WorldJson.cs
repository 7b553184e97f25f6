using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Playground.Recording;

namespace AiFixer.Playground.Control;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<RecordEntry>))]
[JsonSerializable(typeof(IReadOnlyList<DeploymentHealth>))]
[JsonSerializable(typeof(DeploymentHealth))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(NewDeployments))]
internal sealed partial class WorldJson : JsonSerializerContext;
