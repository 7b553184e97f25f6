using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Playbooks.Reading;

/// <summary>Makes a playbook of what a file says, or tells everything that is wrong with it.</summary>
public static partial class PlaybookReader
{
    public const int LongestName = 200;
    private const int LongestText = 2_000;
    private const int LongestWord = 200;
    private const int MostWords = 50;
    private const int MostMinutes = 31 * 24 * 60;
    private const int MostRetries = 100;

    /// <summary>What an id must be, as the end of a sentence that begins with it; null when it is.</summary>
    public static string? IdProblem(string id) =>
        Id().IsMatch(id) ? null : "must be lower-case letters, digits and - only, begin with a letter, 64 at most";

    /// <returns>Null when anything is wrong.</returns>
    public static Playbook? Read(string id, SourceNode root, List<PlaybookProblem> problems)
    {
        var before = problems.Count;
        if (IdProblem(id) is { } wrongId)
            problems.Add(new("id", 0, wrongId));
        var fields = new SourceFields(root, "", problems);
        var name = fields.Text("name", LongestName, required: true);
        var description = fields.Text("description", LongestText) ?? "";
        var error = fields.Class("class");
        var patterns = PatternReader.Read(fields, "patterns");
        var severity = fields.Choice<Severity>("minimum_severity") ?? Severity.P3;
        var selection = Selection(fields.Node("select"), problems);
        var action = ActionReader.Read(fields.Node("action", required: true), problems);
        var cooldown = fields.Number("cooldown_minutes", 30, 0, MostMinutes);
        var retries = fields.Number("max_retries", 3, 1, MostRetries);
        var mode = fields.Choice<PolicyMode>("mode");
        var active = fields.Flag("active", true);
        fields.RefuseOthers();
        return problems.Count > before ? null : new()
        {
            Id = id,
            Name = name!,
            Version = Digest(root),
            Description = description,
            Class = error!.Value,
            Patterns = patterns,
            MinimumSeverity = severity,
            Selection = selection,
            Action = action!,
            Cooldown = TimeSpan.FromMinutes(cooldown),
            MaxRetries = retries,
            Mode = mode,
            IsActive = active,
        };
    }

    private static PlaybookSelection Selection(SourceNode? node, List<PlaybookProblem> problems)
    {
        if (node is null)
            return PlaybookSelection.Any;
        var fields = new SourceFields(node, "select.", problems);
        var selection = new PlaybookSelection
        {
            Sources = fields.Words("sources", MostWords, LongestWord),
            Tasks = fields.Words("tasks", MostWords, LongestWord),
            Services = fields.Words("services", MostWords, LongestWord),
            Targets = fields.Words("targets", MostWords, LongestWord),
        };
        fields.RefuseOthers();
        return selection;
    }

    /// <summary>The same for what says the same, however it is laid out.</summary>
    private static string Digest(SourceNode root)
    {
        var text = new StringBuilder();
        Write(root, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static void Write(SourceNode node, StringBuilder text)
    {
        switch (node)
        {
            case SourceNode.Map map:
                foreach (var field in map.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
                {
                    text.Append('{').Append(field.Name.Length).Append(':').Append(field.Name);
                    Write(field.Value, text);
                }

                text.Append('}');
                break;
            case SourceNode.List list:
                text.Append('[');
                foreach (var item in list.Items)
                    Write(item, text);
                text.Append(']');
                break;
            case SourceNode.Text scalar:
                text.Append(scalar.IsQuoted ? '"' : '=').Append(scalar.Value.Length).Append(':').Append(scalar.Value);
                break;
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,63}\z")]
    private static partial Regex Id();
}
