using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>One operation of a JSON Patch.</summary>
internal sealed record JsonOperation(string Kind, string Path, Action<Utf8JsonWriter> WriteValue);
