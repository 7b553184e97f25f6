using AiFixer.Core.Alerts;
using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;
using AiFixer.Gateway.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Playbooks;

/// <summary>Every answer about a playbook that is not a success.</summary>
internal static class PlaybookAnswers
{
    public static ProblemHttpResult Missing(string id) =>
        Problems.NotFound($"There is no playbook {TextCleaner.Line(id, AlertLimits.LabelName)}.");

    /// <summary>The first problem in the fields that programs look at, and all of them.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyList<PlaybookProblem> problems) => TypedResults.Problem(
        problems[0].ToString(),
        statusCode: StatusCodes.Status400BadRequest,
        title: "The playbook is not valid.",
        extensions: new Dictionary<string, object?>
        {
            ["field"] = problems[0].Field.Length == 0 ? "yaml" : problems[0].Field,
            ["line"] = problems[0].Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["errors"] = problems.Select(problem => problem.ToString()).ToArray(),
        });

    public static ProblemHttpResult Of(DocumentVerdict verdict, string id) => verdict switch
    {
        DocumentVerdict.Changed changed => Problems.Make(
            StatusCodes.Status412PreconditionFailed,
            "The playbook has changed.",
            changed.Version == 0 ? "It is not there." : FormattableString.Invariant($"Read it again: it has version {changed.Version}.")),
        DocumentVerdict.Refused refused => Problems.Invalid(refused.Field switch { "name" => "id", "note" => "reason", "body" => "yaml", var other => other }, refused.Problem),
        _ => Missing(id),
    };
}
