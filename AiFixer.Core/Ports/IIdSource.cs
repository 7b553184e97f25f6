namespace AiFixer.Core.Ports;

/// <summary>Where ids come from, so that a test can own them.</summary>
public interface IIdSource
{
    IncidentId NewIncident(DateTimeOffset now);

    /// <summary>An unguessable text of letters and digits.</summary>
    string NewToken();
}
