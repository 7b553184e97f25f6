namespace AiFixer.Grains;

/// <summary>One incident, with a call that the release before does not know.</summary>
[Alias("aifixer.incident")]
public interface IIncidentGrain : IGrainWithStringKey
{
    [Alias("Tell")]
    Task<Letter?> TellAsync(Letter input, CancellationToken cancellationToken);

    [Alias("Greet")]
    Task<string> GreetAsync() => Task.FromResult("hello");

    [Alias("Wake")]
    Task WakeAsync();

    [Alias("Resume")]
    Task ResumeAsync();
}
