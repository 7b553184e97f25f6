using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>What a writer expects of the object it writes to.</summary>
internal static class Preconditions
{
    public static StatusError? Refusal(StoredObject target, JsonObject metadata)
    {
        if (metadata.Str("uid") is { Length: > 0 } uid && uid != target.Uid)
            return StatusError.WrongUid(target.Type, target.Name, uid, target.Uid);
        if (metadata.Str("resourceVersion") is { Length: > 0 } version && version != target.Metadata.Str("resourceVersion"))
            return StatusError.Modified(target.Type, target.Name);
        return null;
    }

    /// <summary>The preconditions of DeleteOptions.</summary>
    public static StatusError? OfDeletion(StoredObject target, JsonObject? options)
    {
        var wanted = options.Obj("preconditions");
        if (wanted.Str("uid") is { } uid && uid != target.Uid)
            return StatusError.WrongUid(target.Type, target.Name, uid, target.Uid);
        var version = target.Metadata.Str("resourceVersion")!;
        if (wanted.Str("resourceVersion") is { } expected && expected != version)
            return StatusError.WrongVersion(target.Type, target.Name, expected, version);
        return null;
    }
}
