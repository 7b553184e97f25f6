using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Store;

/// <summary>One API object. Its JSON changes only under the world's lock; what leaves the lock is <see cref="Bytes"/>.</summary>
internal sealed class StoredObject
{
    private byte[]? bytes;

    public StoredObject(ResourceType type, JsonObject json, long version)
    {
        Type = type;
        Json = json;
        CreatedVersion = version;
        Name = Metadata.Str("name")!;
        Namespace = Metadata.Str("namespace") ?? "";
        Uid = Metadata.Str("uid")!;
        OwnerUid = Metadata.Arr("ownerReferences")?.FirstOrDefault(owner => owner.Bool("controller") == true).Str("uid");
        Stamp(version);
    }

    public ResourceType Type { get; }

    public JsonObject Json { get; private set; }

    public string Namespace { get; }

    public string Name { get; }

    public string Uid { get; }

    public string? OwnerUid { get; }

    public long Version { get; private set; }

    public long CreatedVersion { get; }

    public bool Removed { get; set; }

    public JsonObject Metadata => Json.Obj("metadata")!;

    public JsonObject? Spec => Json.Obj("spec");

    public JsonObject? Status => Json.Obj("status");

    public JsonObject? Labels => Metadata.Obj("labels");

    public JsonObject? Annotations => Metadata.Obj("annotations");

    public long Generation => Metadata.Int("generation") ?? 0;

    public bool Deleting => Metadata.ContainsKey("deletionTimestamp");

    public DateTimeOffset Created => KubeTime.Parse(Metadata.Str("creationTimestamp")) ?? default;

    /// <summary>The JSON without kind and apiVersion, as list items carry it.</summary>
    public byte[] Bytes => bytes ??= JsonBytes.Of(Json);

    public void Stamp(long version, JsonObject? replacement = null)
    {
        Json = replacement ?? Json;
        Version = version;
        Metadata["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture);
        bytes = null;
    }
}
