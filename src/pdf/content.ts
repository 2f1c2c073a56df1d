import { FigureBoxes } from './figure-boxes.ts'
import type { FontReader } from './fonts.ts'
import { type Box, IDENTITY, type Matrix, moved, multiply } from './geometry.ts'
import { Marks } from './marks.ts'
import { OperatorReader } from './operators.ts'
import type { Placement } from './page-tree.ts'
import { type Face, readTextObject, setFace } from './text-object.ts'

/** A content stream, read and edited. */
export interface Content {
  /** With everything that is painted in a marked sequence, and lines of text in one piece. */
  edited: string
  /** All its text, in the order of painting, without the spaces between lines and columns. */
  said: string
  /** The part of it that is in the structure tree. */
  told: string
  /** The text of each numbered mark. */
  texts: readonly string[]
  /** Numbers of the marks that were left out, since what they held says nothing. */
  dropped: readonly number[]
  /** Letters that are painted as boxes; see `Marks`. */
  lost: readonly string[]
  /** Where the figures of this stream are painted on the page, by the number of their mark. */
  boxes: ReadonlyMap<number, Box>
}

/** A form that a content stream paints, and all of it where it is painted first. */
export interface Form {
  content: Content
  box: Box
}

/** What a content stream refers to, and where it is painted. */
export interface ContentTools {
  font(name: string): FontReader
  /** A form that is painted somewhere; undefined when the name stands for a picture. */
  form(name: string, at: Placement): Form | undefined
  /** Where the stream itself is painted; on a page when it is left out. */
  at?: Placement
  /** The operator that begins an artifact at this height above the page's lower edge, in points. */
  artifact?(height: number): string
}

/** The operator that begins an artifact of which no more is known. */
export const ARTIFACT = '/Artifact BMC'

/** Reads a content stream and edits it. Throws when it is cut off. */
export function readContent(text: string, tools: ContentTools): Content {
  return new ContentEditor(text, tools).read()
}

/** Operators that paint the path before them, and the one that paints a shading. */
const PAINTING = new Set(['sh', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

/** Operators that may paint something to be told: text, a picture, a form, or a mark with either. */
const SPEAKING = new Set(['Tj', 'TJ', "'", '"', 'Do', 'BDC', 'BMC'])

class ContentEditor {
  readonly #reader: OperatorReader
  readonly #tools: ContentTools
  #output = ''
  readonly #marks = new Marks()
  /** Up to where the text is in the output. */
  #done = 0
  #matrix: Matrix
  #face: Face = { size: 0 }
  readonly #boxes = new FigureBoxes()
  readonly #saved: { matrix: Matrix; face: Face; clip: Box | undefined }[] = []
  /** Where the path begins that is being drawn, and where its first operands end. */
  #path: { from: number; to: number } | undefined
  /** The artifact that is open: how it begins, and where it ends if no more comes. */
  #artifact: { begins: string; end: number } | undefined

  constructor(text: string, tools: ContentTools) {
    this.#reader = new OperatorReader(text)
    this.#tools = tools
    this.#matrix = tools.at?.matrix ?? IDENTITY
    this.#boxes.clip = tools.at?.clip
  }

  read(): Content {
    for (let operator = this.#reader.next(); operator !== undefined; operator = this.#reader.next()) this.#operate(operator)
    this.#endArtifact()
    this.#copyTo(this.#reader.text.length)
    const { said, told, texts, dropped, lost } = this.#marks
    const { boxes } = this.#boxes
    return { edited: this.#output, said, told, texts, dropped, lost, boxes }
  }

  get #isMarked(): boolean {
    return this.#marks.any || this.#tools.at?.isMarked === true
  }

  #operate(operator: string): void {
    switch (operator) {
      case 'l':
      case 'c':
        this.#boxes.draw(operator, this.#reader)
        break
      case 'm':
      case 're':
        this.#path ??= { from: this.#reader.first, to: this.#reader.start }
        this.#boxes.draw(operator, this.#reader)
        break
      case 'W':
      case 'W*':
        this.#boxes.clipToPath()
        break
      case 'n':
        this.#path = undefined
        this.#boxes.endPath(this.#matrix, false)
        break
      case 'BT':
        this.#text()
        break
      case 'BDC':
      case 'BMC':
        this.#open()
        break
      case 'EMC':
        this.#close()
        break
      case 'Do':
        this.#do()
        break
      default:
        if (PAINTING.has(operator)) this.#paintPath()
        else this.#changeState(operator)
    }
  }

  #changeState(operator: string): void {
    if (operator === 'q') this.#save()
    else if (operator === 'Q') this.#restore()
    else if (operator === 'cm') this.#matrix = multiply(this.#reader.numbers(), this.#matrix)
    else if (operator === 'Tf') setFace(this.#face, this.#reader.given, this.#tools.font)
  }

  #save(): void {
    this.#endArtifact()
    this.#saved.push({ matrix: this.#matrix, face: { ...this.#face }, clip: this.#boxes.clip })
  }

  #restore(): void {
    this.#endArtifact()
    const saved = this.#saved.pop()
    if (!saved) return
    this.#matrix = saved.matrix
    this.#face = saved.face
    this.#boxes.clip = saved.clip
  }

  /** A mark that says nothing is left out, and what it holds becomes artifacts. */
  #open(): void {
    this.#endArtifact()
    const { first, end, given } = this.#reader
    this.#copyTo(first)
    if (!this.#marks.open(given, () => this.#isSilent())) this.#done = end
    this.#boxes.mark = this.#marks.figure
  }

  #close(): void {
    const stays = this.#marks.close()
    this.#boxes.mark = this.#marks.figure
    if (stays) return
    this.#endArtifact()
    this.#copyTo(this.#reader.first)
    this.#done = this.#reader.end
  }

  /** Whether the mark that has just begun ends before anything is painted that may say something. */
  #isSilent(): boolean {
    const ahead = new OperatorReader(this.#reader.text, this.#reader.end)
    for (let operator = ahead.next(); operator !== undefined; operator = ahead.next()) {
      if (operator === 'EMC') return true
      if (SPEAKING.has(operator)) return false
    }
    return false
  }

  #paintPath(): void {
    const { from, to } = this.#path ?? { from: this.#reader.first, to: this.#reader.first }
    this.#path = undefined
    this.#boxes.endPath(this.#matrix, true)
    if (!this.#isMarked) this.#paint(from, this.#reader.numbers(from, to))
  }

  #text(): void {
    const { start, first } = this.#reader
    if (!this.#isMarked) this.#beginArtifact(first, this.#firstLine().slice(4))
    this.#copyTo(start)
    const tools = {
      reader: this.#reader,
      face: this.#face,
      marks: this.#marks,
      fontOf: this.#tools.font,
      onLine: (line: Matrix, length: number) => this.#boxes.addLine(line, this.#matrix, length, this.#face.size),
    }
    const set = readTextObject(tools)
    if (set !== undefined) {
      this.#output += set
      this.#done = this.#reader.end
    }
    if (this.#artifact) this.#artifact.end = this.#reader.end
  }

  /** The matrix of the first line of the text object that has just begun. */
  #firstLine(): Matrix {
    const ahead = new OperatorReader(this.#reader.text, this.#reader.end)
    for (let operator = ahead.next(); operator !== undefined && operator !== 'ET'; operator = ahead.next())
      if (operator === 'Tm') return ahead.numbers()
    return []
  }

  /** A form has marks of its own; whether a picture is a figure, only its mark says. */
  #do(): void {
    const at = { isMarked: this.#isMarked, matrix: this.#matrix, clip: this.#boxes.clip }
    const form = this.#tools.form(this.#reader.given.slice(1), at)
    if (form) {
      this.#endArtifact()
      this.#marks.sayForm(form.content)
      this.#boxes.add(form.box)
      return
    }
    this.#boxes.add(moved([0, 0, 1, 1], this.#matrix))
    if (!this.#isMarked) this.#paint(this.#reader.first, [])
  }

  /** What was painted from a place on to here is not marked, and belongs to an artifact. */
  #paint(from: number, place: readonly number[]): void {
    this.#beginArtifact(from, place)
    if (this.#artifact) this.#artifact.end = this.#reader.end
  }

  #beginArtifact(from: number, [x = 0, y = 0]: readonly number[]): void {
    const [, b = 0, , d = 0, , f = 0] = this.#matrix
    const begins = this.#tools.artifact?.(b * x + d * y + f) ?? ARTIFACT
    if (this.#artifact?.begins === begins) return
    this.#endArtifact()
    this.#copyTo(from)
    this.#output += `${begins}\n`
    this.#artifact = { begins, end: from }
  }

  /** Artifacts never reach over the end of a saved state, or into a mark. */
  #endArtifact(): void {
    if (!this.#artifact) return
    this.#copyTo(this.#artifact.end)
    this.#output += '\nEMC'
    this.#artifact = undefined
  }

  #copyTo(end: number): void {
    if (end > this.#done) this.#output += this.#reader.text.slice(this.#done, end)
    this.#done = Math.max(this.#done, end)
  }
}
