using AiFixer.Core.Alerts;
using AiFixer.Core.Playbooks;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Commands.Playbooks;

/// <summary>Checks playbooks in files, also for names that two of them have.</summary>
internal static class PlaybookValidation
{
    private const int Fine = 0;
    private const int Wrong = 1;
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(
        PlaybookShelf shelf, IReadOnlyList<string> files, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var code = Fine;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                await errors.WriteLineAsync($"There is no file {TextCleaner.Line(file, 1000)}.");
                return WrongUsage;
            }

            var problems = Problems(shelf, file, await File.ReadAllTextAsync(file, cancellationToken), names);
            foreach (var problem in problems)
                await output.WriteLineAsync(TextCleaner.Line(FormattableString.Invariant($"{file}:{problem.Line}: {(problem.Field.Length > 0 ? problem.Field : "it")} {problem.Problem}"), 2_000));
            if (problems.Count == 0)
                await output.WriteLineAsync($"{file}: fine");
            code = problems.Count == 0 ? code : Wrong;
        }

        return code;
    }

    private static List<PlaybookProblem> Problems(PlaybookShelf shelf, string file, string text, Dictionary<string, string> names)
    {
        var problems = new List<PlaybookProblem>();
        var id = Path.GetFileNameWithoutExtension(file);
        if (id == "classes")
        {
            _ = PlaybookText.ReadClasses(text, problems);
            return problems;
        }

        if (PlaybookText.Read(id, text, problems) is not { } playbook)
            return problems;
        problems.AddRange(shelf.Plugins.Problems(playbook, text));
        var other = names.TryAdd(playbook.Name, file)
            ? shelf.Kept.FirstOrDefault(kept => kept.Document.Name != id && kept.HasName(playbook.Name))?.Document.Name
            : names[playbook.Name];
        if (other is not null)
            problems.Add(KeptPlaybook.NameTaken(text, other));
        return problems;
    }
}
