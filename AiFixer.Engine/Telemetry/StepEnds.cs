using AiFixer.Core.Incidents;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;

namespace AiFixer.Engine.Telemetry;

/// <summary>Tells a span what came of it, and what came of it which span it was.</summary>
internal static class StepEnds
{
    public static TaskStep Ended(this IncidentSpan span, TaskStep step)
    {
        if (step is not TaskStep.Tell tell)
            return step;
        span.Tag("aifixer.outcome", SnakeCase.Of(tell.Input.GetType().Name));
        switch (tell.Input)
        {
            case TaskInput.Broke broke:
                span.Failed("broke", broke.Error);
                break;
            case TaskInput.CannotSend cannot:
                span.Failed("cannot_send", cannot.Reason);
                break;
            case TaskInput.DiagnosisDone done:
                Scores.Tell(span, done.Diagnosis);
                break;
            case TaskInput.Sent sent:
                span.Tag("aifixer.action.outcome", SnakeCase.Of(sent.Result.Outcome.ToString()));
                break;
            case TaskInput.Looked looked:
                span.Tag("aifixer.action.outcome", SnakeCase.Of(looked.Seen.Applied.ToString()));
                break;
            case TaskInput.HealthSeen seen:
                span.Tag("aifixer.target.health", SnakeCase.Of(seen.Health.ToString()));
                break;
        }

        return tell with { Input = tell.Input with { Span = span.Id } };
    }

    /// <summary>What changed nothing is no part of the story; a refusal is.</summary>
    public static void Ended(this IncidentSpan span, WriteResult result, Incident before, DateTimeOffset now)
    {
        switch (result)
        {
            case WriteResult.Written written:
                span.Tag("aifixer.outcome", "written").Tag("aifixer.incident.status", written.Held.State.Status.ToString());
                if (before.OpenCard() is { } card)
                    span.Tag("aifixer.approval.waited", (now - card.AskedAt).TotalSeconds);
                break;
            case WriteResult.Refused refused:
                span.Tag("aifixer.outcome", "refused").Failed(SnakeCase.Of(refused.Refusal.Code.ToString()), refused.Refusal.Code.ToString());
                break;
            default:
                span.Forget();
                break;
        }
    }
}
