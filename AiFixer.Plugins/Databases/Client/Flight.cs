namespace AiFixer.Plugins.Databases;

/// <summary>Whether something that changes the database has left.</summary>
internal sealed class Flight
{
    public bool Left { get; set; }
}
