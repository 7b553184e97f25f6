namespace AiFixer.Playground.Docker;

/// <summary>Starts and ends containers.</summary>
internal sealed class DockerActions(DockerWorld world)
{
    public async Task AnswerAsync(HttpContext context, DockerContainer container, string action)
    {
        if (world.Hangs && action is "restart" or "stop")
            await HangAsync(context, container);
        await (action switch
        {
            "restart" => AnswerAsync(context, world.Restart(container)),
            "start" when container.Running => DockerAnswer.NotModifiedAsync(context),
            "start" => AnswerAsync(context, world.Start(container)),
            "stop" when !container.Running => DockerAnswer.NotModifiedAsync(context),
            "stop" => StopAsync(context, container),
            _ => DockerAnswer.ErrorAsync(context, 404, "page not found"),
        });
    }

    private Task StopAsync(HttpContext context, DockerContainer container)
    {
        world.Stop(container);
        return DockerAnswer.EmptyAsync(context);
    }

    private static Task AnswerAsync(HttpContext context, string? failure) =>
        failure is null ? DockerAnswer.EmptyAsync(context) : DockerAnswer.ErrorAsync(context, 500, failure);

    /// <summary>It has begun to end the container, and the caller hears nothing.</summary>
    private async Task HangAsync(HttpContext context, DockerContainer container)
    {
        world.BeginToStop(container);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
    }
}
