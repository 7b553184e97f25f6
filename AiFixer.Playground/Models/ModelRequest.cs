using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>What a model was asked, the same whichever provider's way it came.</summary>
/// <param name="Provider"><c>openai</c>, <c>anthropic</c>, <c>ollama</c> or <c>gemini</c>.</param>
/// <param name="Texts">Everything that was said so far, results of tools included.</param>
/// <param name="Tools">The names under which tools are offered.</param>
/// <param name="HasSchema">Whether the answer was to be forced into a schema or into JSON.</param>
/// <param name="Body">All of it.</param>
/// <param name="Key">The key that was sent.</param>
public sealed record ModelRequest(
    string Provider, string Model, string System, ImmutableList<string> Texts, ImmutableList<string> Tools, bool Stream, bool HasSchema, JsonObject Body, string? Key)
{
    /// <summary>The name that a tool is offered under: the one that differs only in what a provider does not allow.</summary>
    public string Offered(string tool) =>
        Tools.FirstOrDefault(offered => offered == tool)
        ?? Tools.FirstOrDefault(offered => offered == string.Concat(tool.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_')))
        ?? tool;
}
