using System.Text;
using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Playbooks;
using AiFixer.Gateway.Playbooks;
using AiFixer.Gateway.Serialization;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Commands.Playbooks;

/// <summary>Playbooks for people, or for programs in the API's own form.</summary>
internal static class PlaybookOutput
{
    private const int Found = 0;
    private const int NotFound = 1;
    private const int WrongUsage = 2;
    private const int Longest = 2_000;
    private static readonly JsonSerializerOptions Json = Readable();

    public static async Task<int> ListAsync(PlaybookShelf shelf, bool json, TextWriter output)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(PlaybookList.Of(shelf.Kept, shelf.Plugins, shelf.Records), Json));
            return Found;
        }

        await output.WriteLineAsync($"From {shelf.From}:");
        foreach (var kept in shelf.Kept)
            await output.WriteLineAsync(Clean(Line(kept, shelf)));
        return Found;
    }

    public static async Task<int> TestAsync(PlaybookShelf shelf, string text, bool json, TextWriter output, TextWriter errors)
    {
        var (answer, wrong) = shelf.Trial.Try(Encoding.UTF8.GetBytes(text), shelf.Set);
        if (answer is null)
        {
            await errors.WriteLineAsync(Clean($"{wrong!.Field} {wrong.Problem}"));
            return WrongUsage;
        }

        await output.WriteLineAsync(json ? JsonSerializer.Serialize(answer, Json) : Clean(Text(answer)));
        return answer.Playbook is null ? NotFound : Found;
    }

    private static string Text(PlaybookTrialAnswer answer)
    {
        var text = new StringBuilder();
        text.AppendLine(answer.Playbook is null ? "No playbook fits." : $"{answer.Playbook}: {answer.Name}");
        text.AppendLine(answer.Reason);
        if (answer.Does is not null)
            text.AppendLine($"It would: {answer.Does}");
        foreach (var other in answer.RunnersUp)
            text.AppendLine($"not {other.Id}: it {other.Reason}");
        return text.ToString().TrimEnd();
    }

    private static string Line(KeptPlaybook kept, PlaybookShelf shelf)
    {
        if (kept.Playbook is not { } playbook)
            return $"{kept.Document.Name,-22} CANNOT BE USED: {kept.Problems[0]}";
        var state = playbook.IsActive ? shelf.Plugins.Warning(playbook) ?? "" : "not active";
        var record = shelf.Records is { } records ? Text(records.GetValueOrDefault(playbook.Id, PlaybookRecord.None)) : "";
        return FormattableString.Invariant(
            $"{playbook.Id,-22} {ErrorClassNames.Of(playbook.Class),-15} {playbook.MinimumSeverity}  {PlaybookActionNames.Of(playbook.Action.Type),-15} {playbook.Cooldown.TotalMinutes,4} min  {playbook.MaxRetries,3}x  {record,-41} {playbook.Name}{(state.Length > 0 ? $"  ({state})" : "")}");
    }

    private static string Text(PlaybookRecord record) => record.LastAt is null
        ? "never used"
        : FormattableString.Invariant($"{record.Success} helped, {record.Failed} failed, {record.Skipped} skipped, {record.Quiet} quiet");

    private static string Clean(string text) => TextCleaner.Lines(text, Longest);

    private static JsonSerializerOptions Readable()
    {
        var options = new JsonSerializerOptions();
        GatewayJson.Apply(options);
        options.WriteIndented = true;
        return options;
    }
}
