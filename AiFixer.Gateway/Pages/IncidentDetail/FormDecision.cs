using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>A decision that a form on the page can make.</summary>
/// <param name="Done">The key of what the page says when it was taken.</param>
internal sealed record FormDecision(string Verb, string Policy, string Done, Func<Person, IFormCollection, PersonInput> Read)
{
    public static IReadOnlyList<FormDecision> All { get; } =
    [
        new("approve", Policies.Approver, "decision.approve", (by, form) => new PersonInput.Approve(by, Said(form, "card"))),
        new("reject", Policies.Approver, "decision.reject", (by, form) => new PersonInput.Reject(by, Said(form, "card"), Said(form, "reason"))),
        new("ignore", Policies.Operator, "decision.ignore", (by, form) => new PersonInput.Ignore(by, Said(form, "reason"))),
        new("escalate", Policies.Operator, "decision.escalate", (by, form) => new PersonInput.Escalate(by, Said(form, "to"), Said(form, "reason"))),
        new("take-over", Policies.Operator, "decision.takeOver", (by, _) => new PersonInput.TakeOver(by)),
        new("rediagnose", Policies.Operator, "decision.rediagnose", (by, form) => new PersonInput.Rediagnose(by, Said(form, "reason"))),
        new("resolve", Policies.Operator, "decision.resolve", (by, form) => new PersonInput.Resolve(by, Said(form, "reason"))),
    ];

    private static string Said(IFormCollection form, string field) => TextCleaner.Lines(form[field].ToString(), AlertLimits.Summary);
}
