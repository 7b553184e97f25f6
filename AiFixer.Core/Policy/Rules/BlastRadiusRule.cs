using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>Where there is a cap, what is not known is too much.</summary>
internal sealed class BlastRadiusRule : IPolicyRule
{
    public string Name => "blast-radius";

    public string Describe(PolicyOptions options) =>
        options.MaxAffected is { } most ? $"What more than {most} things feel, or an unknown number, needs a person." : "No cap everywhere; environments may have their own.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question)
    {
        if (Cap(question) is not { } most)
            return null;
        return question.Plan.Affected switch
        {
            null => (PolicyOutcome.RequireApproval, $"It is not known how many things feel it; {most} is the most without a person."),
            { } many when many > most => (PolicyOutcome.RequireApproval, $"{many} things feel it; {most} is the most without a person."),
            _ => null,
        };
    }

    private static int? Cap(PolicyQuestion question) => (question.Options.MaxAffected, question.Environment?.MaxAffected) switch
    {
        ({ } everywhere, { } here) => Math.Min(everywhere, here),
        (null, var here) => here,
        (var everywhere, _) => everywhere,
    };
}
