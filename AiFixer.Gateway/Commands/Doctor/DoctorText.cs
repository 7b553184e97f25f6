using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Core.Alerts;
using AiFixer.Plugins.Checks;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>Findings for people, or for programs.</summary>
internal static class DoctorText
{
    private const int Longest = 2000;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Json(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(new { findings }, Readable);

    public static string Of(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            var version = finding.Version is { } said ? $" ({said})" : "";
            text.AppendLine($"{Sign(finding.State)}  {Clean(finding.Subject)}{Clean(version)}: {Clean(finding.Details)}");
            if (finding.Remedy is { } remedy)
                text.AppendLine($"      -> {Clean(remedy)}");
        }

        var broken = findings.Count(finding => finding.State == FindingState.Broken);
        return text.Append(broken == 0 ? "Nothing is broken." : $"{broken} broken.").ToString();
    }

    private static string Sign(FindingState state) => state switch
    {
        FindingState.Fine => "ok  ",
        FindingState.Limited => "part",
        FindingState.NotConfigured => "none",
        _ => "FAIL",
    };

    // What others say may hold what a terminal obeys.
    private static string Clean(string text) => TextCleaner.Lines(text, Longest);
}
