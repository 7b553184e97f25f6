using System.Text.Json;
using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>A program of this machine with its words. There is no shell, and an argument stays within its word.</summary>
internal sealed class CommandCall(IReadOnlyList<string> command, TimeSpan timeout, AllowedPrograms programs) : IDeclaredCall
{
    public IReadOnlyList<string> Missing => programs.Missing(command[0]);

    public (DeclaredOrder? Order, string? Error) Prepare(JsonElement arguments)
    {
        var words = command.Select(word => Template.Parse(word)!.Fill(name => Pointer.Read(arguments, $"/{name}"), static text => text)).ToList();
        foreach (var (template, word) in command.Zip(words))
        {
            if (word.Contains('\0', StringComparison.Ordinal))
                return (null, "an argument has a zero byte");
            // Where the file begins a word with a name, what is put there must not become an option.
            if (template.StartsWith('{') && !template.StartsWith("{{", StringComparison.Ordinal) && word.StartsWith('-'))
                return (null, $"{OutsideText.Line(word, 100)} begins with a dash, which would make it an option");
        }

        return (new("", words, null), null);
    }

    public async Task<Asked> AskAsync(DeclaredOrder order, CancellationToken cancellationToken)
    {
        var report = await programs.RunAsync(Order(order, static () => true), cancellationToken);
        return report is { Ending: ProcessEnding.Exited, Code: 0 }
            ? new(Read(report.Output.Text))
            : Asked.Failed(Sentence(report), retryable: report.Ending is ProcessEnding.TimedOut);
    }

    public async Task<ExecuteResult> SendAsync(DeclaredOrder order, Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        if (order.Where.Length > 0 || order.Words.Count != command.Count || order.Words[0] != command[0])
            return new(ExecuteOutcome.NotDone, "the plan is for another command than the plugin has now");
        var report = await programs.RunAsync(Order(order, mayLeave), cancellationToken);
        return report switch
        {
            { Ending: ProcessEnding.Exited, Code: 0 } => new(ExecuteOutcome.Done, OutsideText.Line(report.Output.Text, 300)),
            { Ending: ProcessEnding.NotStarted } => ExecuteResult.Later(Sentence(report)),
            _ => new(ExecuteOutcome.Unknown, Sentence(report)),
        };
    }

    private static JsonElement Read(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(new { text = output.TrimEnd('\n') });
        }
    }

    private static string Sentence(ProcessReport report) => report.Ending switch
    {
        ProcessEnding.NotStarted => $"it was not started: {report.Why}",
        ProcessEnding.Exited => $"it ended with code {report.Code}: {OutsideText.Line(report.Errors.Text, 300)}",
        _ => $"it was ended: {report.Ending}",
    };

    private ProcessOrder Order(DeclaredOrder order, Func<bool> mayLeave) =>
        new(order.Words[0], [.. order.Words.Skip(1)]) { Timeout = timeout, MayLeave = mayLeave };
}
