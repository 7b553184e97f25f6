using System.Text.Json.Nodes;

namespace AiFixer.Tests.Playground.Support;

internal sealed record TestAnswer(int Code, JsonObject Json, string Text)
{
    public string? Reason => (string?)Json["reason"];

    public string? Message => (string?)Json["message"];

    public JsonObject Metadata => Json["metadata"]!.AsObject();

    public JsonArray Items => Json["items"]!.AsArray();
}
