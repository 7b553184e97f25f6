using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Api;

/// <summary>A complete response.</summary>
internal sealed record Answer(int Code, byte[] Body, string ContentType = "application/json")
{
    public static Answer Json(JsonNode body, int code = 200) => new(code, JsonBytes.Of(body));

    public static Answer Text(string body, int code = 200) => new(code, Encoding.UTF8.GetBytes(body), "text/plain");

    public static implicit operator Answer(StatusError error) => Json(error.ToJson(), error.Code);
}
