using System.Text.Json.Nodes;

namespace AiFixer.Lark.Client;

/// <summary>What came back from the platform.</summary>
/// <param name="Status">0 when nothing did.</param>
/// <param name="Body">Null when it was no JSON object.</param>
/// <param name="Reset">How long to wait, when it said so.</param>
/// <param name="Trouble">Why nothing came back; empty when something did.</param>
/// <param name="Left">Whether the call may have reached the platform.</param>
internal sealed record LarkReply(int Status, JsonObject? Body, TimeSpan? Reset, string Trouble = "", bool Left = true)
{
    /// <summary>The platform's own number; -1 when there is none.</summary>
    public int Code => Body.Number("code") is { } code and >= int.MinValue and <= int.MaxValue ? (int)code : -1;

    public bool IsDone => Status is >= 200 and < 300 && Code == 0;
}
