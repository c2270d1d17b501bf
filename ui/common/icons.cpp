// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/icons.h>

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <optional>

static void registerIcons()
{
    Q_INIT_RESOURCE(resources); // must stand outside any namespace
}

namespace holdpoint::ui {

namespace {

QByteArray sourceOf(const QString &name)
{
    static QHash<QString, QByteArray> known; // GUI thread only
    static const bool registered = (registerIcons(), true);
    Q_UNUSED(registered)
    const auto found = known.constFind(name);
    if (found != known.constEnd())
        return *found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const QByteArray source = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    known.insert(name, source);
    return source;
}

class PaletteIconEngine final : public QIconEngine
{
public:
    PaletteIconEngine(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, colour(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new PaletteIconEngine(*this); }
    bool isNull() override { return sourceOf(m_name).isEmpty(); }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return m_tone ? toneColours(*m_tone, palette).text : palette.color(QPalette::WindowText);
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(const QString &name) { return QIcon(new PaletteIconEngine(name, std::nullopt)); }

QIcon icon(const QString &name, Tone tone) { return QIcon(new PaletteIconEngine(name, tone)); }

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour)
{
    QByteArray source = sourceOf(name);
    if (source.isEmpty())
        return;
    // QtSvg paints currentColor black.
    source.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(source);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(painter, rect);
}

} // namespace holdpoint::ui
