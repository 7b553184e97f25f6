using System.Text.Json.Nodes;

namespace AiFixer.Lark.Client;

/// <summary>One call of the platform.</summary>
/// <param name="Api">Which one, without what it is about: limits are counted by it.</param>
/// <param name="MayRepeat">Whether a second one does no harm when it is not known what became of the first.</param>
internal sealed record LarkCall(HttpMethod Method, string Api, string Path, JsonObject? Body, bool MayRepeat);
