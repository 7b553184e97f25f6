using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers;

/// <summary>One call, tool names already as the provider wants them.</summary>
/// <param name="System">What the model is told beforehand.</param>
/// <param name="Messages">Everything since, without system messages.</param>
/// <param name="Schema">What the answer must look like; null when any text will do.</param>
internal sealed record WireRequest(
    string System, IReadOnlyList<WireMessage> Messages, IReadOnlyList<WireTool> Tools, JsonElement? Schema, bool Stream)
{
    /// <summary>The name of the tool that a call by its id was for: some providers know results by name only.</summary>
    public string ToolOf(string callId) => CallOf(callId)?.Name ?? "";

    public FunctionCallContent? CallOf(string callId) =>
        Messages.SelectMany(message => message.Calls).FirstOrDefault(call => call.CallId == callId);
}
