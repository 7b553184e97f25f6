using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Incidents;

/// <summary>Hands a person's decision to its incident and answers when it is on disk.</summary>
internal sealed class Decisions(IIncidentHost host, MissingIncidents missing)
{
    public async Task<IResult> TakeAsync<T>(string id, HttpContext context, Func<Person, T, PersonInput> input)
        where T : class, IDecisionBody, new()
    {
        var (body, refusal) = await DecisionBodyReader.ReadAsync<T>(context);
        if (refusal is not null)
            return refusal;
        if (!IncidentId.TryParse(id, out var incident))
            return await missing.AnswerAsync(id, context.RequestAborted);
        var decision = input(PersonClaims.Read(context.User), body!) with { Versions = EntityTag.Wanted(context.Request) };
        var receipt = await host.TellAsync(incident, decision, context.RequestAborted);
        return Answer(incident, receipt) ?? await missing.AnswerAsync(incident.Value, context.RequestAborted);
    }

    private static IResult? Answer(IncidentId id, TellReceipt receipt) => receipt switch
    {
        TellReceipt.Accepted accepted => TypedResults.Ok(new DecisionAnswer(id.Value, accepted.Version, accepted.Status)),
        TellReceipt.Changed => Problems.Changed(),
        TellReceipt.Refused refused => Problems.Refused(refused.Refusal),
        TellReceipt.Busy busy => Problems.Busy(busy.Reason),
        _ => null,
    };
}
