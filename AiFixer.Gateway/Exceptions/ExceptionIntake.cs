using AiFixer.Core.Alerts;
using AiFixer.Core.Exceptions;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Intake;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Exceptions;

/// <summary>Takes exceptions of jobs and answers when they are on disk, as for every other alert.</summary>
internal sealed class ExceptionIntake(ExceptionMapper mapper, IPlaybooks playbooks, AlertIntake intake, GatewayOptions options, TimeProvider time)
{
    private const int LongestKey = 200;

    public async Task<IResult> PostAsync(HttpContext context)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey)
            return Problems.Invalid("Idempotency-Key", "may have 200 characters");
        var (body, refusal) = await BodyReader.ReadAsync(
            context.Request, options.Limits.BodyBytes, static body => body.ToArray(), context.RequestAborted);
        return refusal ?? await intake.TakeAsync(
            refused => Parse(body!, key.Length == 0 ? null : key, refused), mayResend: false, context.RequestAborted);
    }

    private ParsedDelivery Parse(byte[] body, string? key, IReadOnlySet<int>? refused)
    {
        var (exception, wrong) = ExceptionReader.Read(body, mapper);
        if (wrong is not null)
            return wrong;
        var alert = mapper.Map(exception!, playbooks.Current.Rules, key, time.GetUtcNow());
        return new ParsedDelivery.Taken([refused is { Count: > 0 } ? ExceptionMapper.Kept(alert, body) : alert]);
    }
}
