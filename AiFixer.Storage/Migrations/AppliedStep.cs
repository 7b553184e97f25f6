namespace AiFixer.Storage.Migrations;

/// <summary>A step that a database says was done.</summary>
internal sealed record AppliedStep(long Number, string Name)
{
    public override string ToString() => $"{Number} ({Name})";
}
