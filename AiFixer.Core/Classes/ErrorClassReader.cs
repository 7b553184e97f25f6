using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Core.Playbooks.Reading;

namespace AiFixer.Core.Classes;

/// <summary>Makes rules of what a file says: <c>rules</c>, a list of a <c>class</c> and its <c>patterns</c>.</summary>
public static class ErrorClassReader
{
    private const int MostRules = 200;

    /// <returns>Null when anything is wrong with it.</returns>
    public static ErrorClassRules? Read(SourceNode root, List<PlaybookProblem> problems)
    {
        var before = problems.Count;
        var fields = new SourceFields(root, "", problems);
        var rules = fields.Items("rules", required: true).Select((item, at) => Rule(item, $"rules[{at}].", problems)).ToList();
        fields.RefuseOthers();
        if (rules.Count > MostRules)
            problems.Add(new("rules", root.Line, $"may have {MostRules} rules"));
        return problems.Count == before ? new(rules!) : null;
    }

    private static ClassRule? Rule(SourceNode item, string at, List<PlaybookProblem> problems)
    {
        var fields = new SourceFields(item, at, problems);
        var error = fields.Class("class");
        var patterns = PatternReader.Read(fields, "patterns");
        fields.RefuseOthers();
        return error is null ? null : new(error.Value, patterns);
    }
}
