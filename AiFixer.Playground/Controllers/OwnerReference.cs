using System.Text.Json.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

internal static class OwnerReference
{
    public static JsonObject To(StoredObject owner) => new()
    {
        ["apiVersion"] = owner.Type.ApiVersion,
        ["kind"] = owner.Type.Kind,
        ["name"] = owner.Name,
        ["uid"] = owner.Uid,
        ["controller"] = true,
        ["blockOwnerDeletion"] = true,
    };
}
