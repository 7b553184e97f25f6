using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Docker;

/// <summary>What is read of the Engine API: never a container's environment.</summary>
[JsonSerializable(typeof(DockerVersion))]
[JsonSerializable(typeof(DockerContainer))]
[JsonSerializable(typeof(DockerContainer[]))]
[JsonSerializable(typeof(DockerSummary[]))]
[JsonSerializable(typeof(DockerEvent))]
[JsonSerializable(typeof(DockerMessage))]
internal sealed partial class DockerJson : JsonSerializerContext;
