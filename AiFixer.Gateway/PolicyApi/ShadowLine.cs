using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>One fix that was not done.</summary>
/// <param name="Would">What the policy would have said in another mode.</param>
/// <param name="Fix">What would have been done.</param>
/// <param name="Instead">What people did instead.</param>
public sealed record ShadowLine(
    string Incident, string Title, DateTimeOffset At, PolicyOutcome Would, string Fix, string Instead, DateTimeOffset? EndedAt)
{
    public static IEnumerable<ShadowLine> Of(string title, Incident state, TextBook words) => state.Shadows.Select(shadow => new ShadowLine(
        state.Id.Value, title, shadow.At, shadow.Would, shadow.Summary, Done(state, words), state.Closing?.At));

    private static string Done(Incident state, TextBook words) => state switch
    {
        { Closing: { } closing } => words.Say("shadow.closed", words.Name("shadow.status", state.Status), ClosingText.How(closing.How, closing.By, words), closing.Note),
        { Escalation.TakenBy: { } person } => words.Say("outcome.taken", person.Name),
        _ => words["shadow.nothing"],
    };
}
