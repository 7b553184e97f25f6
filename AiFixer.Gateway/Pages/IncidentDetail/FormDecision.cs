using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>A decision that a form on the page can make.</summary>
/// <param name="Done">What the page says when it was taken.</param>
internal sealed record FormDecision(string Verb, string Policy, string Done, Func<Person, IFormCollection, PersonInput> Read)
{
    public static IReadOnlyList<FormDecision> All { get; } =
    [
        new("approve", Policies.Approver, "Approved.", (by, form) => new PersonInput.Approve(by, Said(form, "card"))),
        new("reject", Policies.Approver, "Rejected.", (by, form) => new PersonInput.Reject(by, Said(form, "card"), Said(form, "reason"))),
        new("ignore", Policies.Operator, "Ignored.", (by, form) => new PersonInput.Ignore(by, Said(form, "reason"))),
        new("escalate", Policies.Operator, "Put in a person's hands.", (by, form) => new PersonInput.Escalate(by, Said(form, "to"), Said(form, "reason"))),
        new("take-over", Policies.Operator, "It is yours; AiFixer stops here.", (by, _) => new PersonInput.TakeOver(by)),
        new("rediagnose", Policies.Operator, "A new diagnosis starts.", (by, form) => new PersonInput.Rediagnose(by, Said(form, "reason"))),
        new("resolve", Policies.Operator, "Resolved.", (by, form) => new PersonInput.Resolve(by, Said(form, "reason"))),
    ];

    private static string Said(IFormCollection form, string field) => TextCleaner.Lines(form[field].ToString(), AlertLimits.Summary);
}
