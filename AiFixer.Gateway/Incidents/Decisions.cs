using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Incidents;

/// <summary>Hands a person's decision to its incident and answers when it is on disk.</summary>
internal sealed class Decisions(IIncidentHost host)
{
    public async Task<IResult> TakeAsync<T>(string id, HttpContext context, Func<Person, T, PersonInput> input)
        where T : class, IDecisionBody, new()
    {
        var (body, refusal) = await DecisionBodyReader.ReadAsync<T>(context);
        if (refusal is not null)
            return refusal;
        if (!IncidentId.TryParse(id, out var incident))
            return Unknown(id);
        var decision = input(PersonClaims.Read(context.User), body!) with { Versions = EntityTag.Wanted(context.Request) };
        return Answer(incident, await host.TellAsync(incident, decision, context.RequestAborted));
    }

    private static IResult Answer(IncidentId id, TellReceipt receipt) => receipt switch
    {
        TellReceipt.Accepted accepted => TypedResults.Ok(new DecisionAnswer(id.Value, accepted.Version, accepted.Status)),
        TellReceipt.Changed => Problems.Changed(),
        TellReceipt.Refused refused => Problems.Refused(refused.Refusal),
        TellReceipt.Busy busy => Problems.Busy(busy.Reason),
        _ => Unknown(id.Value),
    };

    private static ProblemHttpResult Unknown(string id) =>
        Problems.NotFound($"There is no incident {TextCleaner.Line(id, AlertLimits.Name)}.");
}
