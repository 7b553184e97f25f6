using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Secrets;

/// <summary>A diagnosis without what looks like a secret. An action that would carry one is not suggested: AiFixer brings no secrets anywhere.</summary>
public static class DiagnosisMask
{
    public static Diagnosis Of(Diagnosis said)
    {
        var carrying = said.Suggestions.FindAll(suggestion => SecretText.IsIn(suggestion.Request.Arguments));
        return said with
        {
            Category = SecretText.Masked(said.Category),
            RootCause = SecretText.Masked(said.RootCause),
            Culprit = said.Culprit is null ? null : SecretText.Masked(said.Culprit),
            FirstFailing = said.FirstFailing is null ? null : SecretText.Masked(said.FirstFailing),
            Remedy = said.Remedy is null ? null : SecretText.Masked(said.Remedy),
            Affected = Of(said.Affected),
            RuledOut = Of(said.RuledOut),
            Gaps = Of(said.Gaps).AddRange(carrying.Select(one => $"{one.Request.Plugin} was not suggested: its arguments hold what looks like a secret.")),
            Claims = said.Claims.ConvertAll(claim => claim with { Text = SecretText.Masked(claim.Text) }),
            Evidence = said.Evidence.ConvertAll(seen => seen with { Text = SecretText.Masked(seen.Text) }),
            Suggestions = said.Suggestions.RemoveRange(carrying).ConvertAll(one => one with { Why = SecretText.Masked(one.Why) }),
            Advice = said.Advice.RemoveAll(one => one.Action is { } action && SecretText.IsIn(action.Request.Arguments)).ConvertAll(Of),
            Gold = said.Gold is { } gold ? gold with { Service = SecretText.Masked(gold.Service), Traces = gold.Traces is null ? null : SecretText.Masked(gold.Traces) } : null,
            Responsible = said.Responsible is { } team ? team with { Why = SecretText.Masked(team.Why) } : null,
        };
    }

    private static Advice Of(Advice advice) => advice with
    {
        Text = SecretText.Masked(advice.Text),
        Action = advice.Action is { } action ? action with { Why = SecretText.Masked(action.Why) } : null,
    };

    private static ImmutableList<string> Of(ImmutableList<string> texts) => texts.ConvertAll(SecretText.Masked);
}
