using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>An object as it was when its list was read; later pages show no later changes.</summary>
internal sealed record ListItem(byte[] Bytes)
{
    public static implicit operator ListItem(StoredObject stored) => new(stored.Bytes);

    public JsonObject Json => JsonBytes.ParseObject(Bytes)!;
}
